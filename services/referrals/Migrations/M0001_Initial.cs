using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Reseau.Hosting.Log;
using Reseau.Referrals.Views;

namespace Reseau.Referrals.Migrations;

/// <summary>The log, the worklists and the known services.</summary>
[DbContext(typeof(ReferralsDb))]
[Migration("0001_initial")]
public sealed class M0001_Initial : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        LogTables.Create(migrationBuilder);
        migrationBuilder.CreateTable("worklists", table => new
        {
            name = table.Column<string>(),
            version = table.Column<long>(),
            state = table.Column<int>(),
            before = table.Column<int>(nullable: true),
            sender = table.Column<string>(),
            recipient = table.Column<string>(),
            sender_list = table.Column<int>(),
            recipient_list = table.Column<int>(),
            service = table.Column<string>(),
            service_display_name = table.Column<string>(),
            theme = table.Column<string>(),
            submitted_at = table.Column<long>(),
            changed_at = table.Column<long>(),
            appointment_at = table.Column<long>(nullable: true),
        }, constraints: table => table.PrimaryKey("PK_worklists", w => w.name));
        migrationBuilder.CreateIndex("IX_worklists_recipient_recipient_list_changed_at_name", "worklists", ["recipient", "recipient_list", "changed_at", "name"]);
        migrationBuilder.CreateIndex("IX_worklists_sender_sender_list_changed_at_name", "worklists", ["sender", "sender_list", "changed_at", "name"]);
        migrationBuilder.CreateIndex("IX_worklists_recipient_changed_at_name", "worklists", ["recipient", "changed_at", "name"]);
        migrationBuilder.CreateIndex("IX_worklists_sender_changed_at_name", "worklists", ["sender", "changed_at", "name"]);

        migrationBuilder.CreateTable("known_services", table => new
        {
            name = table.Column<string>(),
            display_name = table.Column<string>(),
            institution = table.Column<string>(),
            accepts_referrals = table.Column<bool>(),
        }, constraints: table => table.PrimaryKey("PK_known_services", s => s.name));
    }
}
