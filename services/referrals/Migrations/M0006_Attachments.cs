using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Reseau.Referrals.Views;

namespace Reseau.Referrals.Migrations;

/// <summary>Documents and their encrypted pieces.</summary>
[DbContext(typeof(ReferralsDb))]
[Migration("0006_attachments")]
public sealed class M0006_Attachments : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("attachments", table => new
        {
            subject = table.Column<string>(),
            attachment = table.Column<string>(),
            started_at = table.Column<long>(),
            complete = table.Column<bool>(),
            chunks = table.Column<int>(),
        }, constraints: table => table.PrimaryKey("PK_attachments", a => new { a.subject, a.attachment }));
        migrationBuilder.CreateIndex("IX_attachments_complete_started_at", "attachments", ["complete", "started_at"]);

        migrationBuilder.CreateTable("attachment_chunks", table => new
        {
            subject = table.Column<string>(),
            attachment = table.Column<string>(),
            number = table.Column<int>(),
            @sealed = table.Column<byte[]>(),
        }, constraints: table => table.PrimaryKey("PK_attachment_chunks", c => new { c.subject, c.attachment, c.number }));
    }
}
