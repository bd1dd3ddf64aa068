using Microsoft.EntityFrameworkCore.Migrations;

namespace Reseau.Hosting.Log;

/// <summary>
/// The log's part of a service's first migration. Written by hand, without column types, so that one class serves
/// both providers; a test compares the migrated schema with the model on each.
/// </summary>
public static class LogTables
{
    /// <summary>Creates the tables of <see cref="LogDb"/>.</summary>
    public static void Create(MigrationBuilder migration)
    {
        migration.CreateTable("events", table => new
        {
            position = table.Column<long>(),
            stream = table.Column<string>(),
            version = table.Column<long>(),
            type = table.Column<string>(),
            body = table.Column<string>(),
            actor = table.Column<string>(),
            institution = table.Column<string>(),
            request_id = table.Column<string>(),
            occurred_at = table.Column<long>(),
            hash = table.Column<byte[]>(),
            trace_id = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_events", e => e.position));
        migration.CreateIndex("IX_events_stream_version", "events", ["stream", "version"], unique: true);

        migration.CreateTable("requests", table => new
        {
            institution = table.Column<string>(),
            request_id = table.Column<string>(),
            fingerprint = table.Column<byte[]>(),
            stream = table.Column<string>(),
            version = table.Column<long>(),
            answered_at = table.Column<long>(),
        }, constraints: table => table.PrimaryKey("PK_requests", r => new { r.institution, r.request_id }));

        migration.CreateTable("audience", table => new
        {
            institution = table.Column<string>(),
            position = table.Column<long>(),
        }, constraints: table => table.PrimaryKey("PK_audience", a => new { a.institution, a.position }));

        migration.CreateTable("cursors", table => new
        {
            name = table.Column<string>(),
            position = table.Column<long>(),
            owner = table.Column<string>(),
            lease_until = table.Column<long>(),
        }, constraints: table => table.PrimaryKey("PK_cursors", c => c.name));

        migration.CreateTable("parked", table => new
        {
            source = table.Column<string>(),
            position = table.Column<long>(),
            change = table.Column<string>(),
            error = table.Column<string>(),
            parked_at = table.Column<long>(),
        }, constraints: table => table.PrimaryKey("PK_parked", p => new { p.source, p.position }));

        migration.CreateTable("personal_keys", table => new
        {
            subject = table.Column<string>(),
            key = table.Column<byte[]>(),
        }, constraints: table => table.PrimaryKey("PK_personal_keys", p => p.subject));

        migration.CreateTable("personal_parts", table => new
        {
            subject = table.Column<string>(),
            part = table.Column<string>(),
            @sealed = table.Column<byte[]>(),
        }, constraints: table => table.PrimaryKey("PK_personal_parts", p => new { p.subject, p.part }));
    }
}
