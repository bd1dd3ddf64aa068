using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Reseau.Conventions.Views;
using Reseau.Hosting.Log;

namespace Reseau.Conventions.Migrations;

/// <summary>The log, the lists of conventions, templates and bodies, the documents, and what the referrals told.</summary>
[DbContext(typeof(ConventionsDb))]
[Migration("0001_initial")]
public sealed class M0001_Initial : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        LogTables.Create(migrationBuilder);
        migrationBuilder.CreateTable("conventions", table => new
        {
            name = table.Column<string>(),
            version = table.Column<long>(),
            body = table.Column<string>(),
            state = table.Column<int>(),
            kind = table.Column<int>(),
            plain_title = table.Column<string>(),
            end_day = table.Column<int>(),
            signed_sha256 = table.Column<string>(nullable: true),
            @private = table.Column<bool>(),
            timer_kind = table.Column<int>(nullable: true),
            due_at = table.Column<long>(nullable: true),
        }, constraints: table => table.PrimaryKey("PK_conventions", c => c.name));
        migrationBuilder.CreateIndex("IX_conventions_end_day_name", "conventions", ["end_day", "name"]);
        migrationBuilder.CreateIndex("IX_conventions_due_at", "conventions", "due_at");
        migrationBuilder.CreateIndex("IX_conventions_signed_sha256", "conventions", "signed_sha256");

        migrationBuilder.CreateTable("memberships", table => new
        {
            convention = table.Column<string>(),
            institution = table.Column<string>(),
            end_day = table.Column<int>(),
            to_sign = table.Column<bool>(),
        }, constraints: table => table.PrimaryKey("PK_memberships", m => new { m.convention, m.institution }));
        migrationBuilder.CreateIndex("IX_memberships_institution_end_day_convention", "memberships", ["institution", "end_day", "convention"]);
        migrationBuilder.CreateIndex("IX_memberships_institution_to_sign_end_day_convention", "memberships", ["institution", "to_sign", "end_day", "convention"]);

        migrationBuilder.CreateTable("bonds", table => new
        {
            convention = table.Column<string>(),
            sender = table.Column<string>(),
            recipient = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_bonds", b => new { b.convention, b.sender, b.recipient }));
        migrationBuilder.CreateIndex("IX_bonds_sender_recipient", "bonds", ["sender", "recipient"]);

        migrationBuilder.CreateTable("templates", table => new
        {
            name = table.Column<string>(),
            plain_title = table.Column<string>(),
            state = table.Column<int>(),
        }, constraints: table => table.PrimaryKey("PK_templates", t => t.name));
        migrationBuilder.CreateIndex("IX_templates_plain_title_name", "templates", ["plain_title", "name"]);

        migrationBuilder.CreateTable("bodies", table => new
        {
            name = table.Column<string>(),
            plain_title = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_bodies", b => b.name));
        migrationBuilder.CreateIndex("IX_bodies_plain_title_name", "bodies", ["plain_title", "name"]);

        migrationBuilder.CreateTable("seats", table => new
        {
            body = table.Column<string>(),
            institution = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_seats", s => new { s.body, s.institution }));
        migrationBuilder.CreateIndex("IX_seats_institution", "seats", "institution");

        migrationBuilder.CreateTable("documents", table => new
        {
            convention = table.Column<string>(),
            text_version = table.Column<int>(),
            content = table.Column<byte[]>(),
        }, constraints: table => table.PrimaryKey("PK_documents", d => new { d.convention, d.text_version }));

        migrationBuilder.CreateTable("sent_referrals", table => new
        {
            referral = table.Column<string>(),
            sender = table.Column<string>(),
            recipient = table.Column<string>(),
            sent_at = table.Column<long>(),
            answered_after = table.Column<int>(nullable: true),
        }, constraints: table => table.PrimaryKey("PK_sent_referrals", r => r.referral));
        migrationBuilder.CreateIndex("IX_sent_referrals_sender_recipient_sent_at", "sent_referrals", ["sender", "recipient", "sent_at"]);
    }
}
