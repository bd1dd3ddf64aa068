using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Reseau.Referrals.Views;

namespace Reseau.Referrals.Migrations;

/// <summary>What time does next to a referral, when an answer is due, and what the directory says of places and absences.</summary>
[DbContext(typeof(ReferralsDb))]
[Migration("0003_timers")]
public sealed class M0003_Timers : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("timers", table => new
        {
            referral = table.Column<string>(),
            version = table.Column<long>(),
            service = table.Column<string>(),
            kind = table.Column<int>(nullable: true),
            due_at = table.Column<long>(nullable: true),
            state = table.Column<int>(),
            since = table.Column<long>(),
            until = table.Column<DateOnly>(nullable: true),
            departement = table.Column<string>(nullable: true),
            clock_day = table.Column<DateOnly>(),
            clock_business_days = table.Column<int>(),
            clock_days = table.Column<int>(),
            sent = table.Column<int>(),
        }, constraints: table => table.PrimaryKey("PK_timers", t => t.referral));
        migrationBuilder.CreateIndex("IX_timers_due_at", "timers", "due_at");
        migrationBuilder.CreateIndex("IX_timers_service_due_at", "timers", ["service", "due_at"]);

        migrationBuilder.AddColumn<long>("answer_due_at", "worklists", nullable: true);
        migrationBuilder.AddColumn<long>("order_at", "worklists", nullable: false, defaultValueSql: "0");
        migrationBuilder.Sql("UPDATE worklists SET order_at = changed_at");
        migrationBuilder.DropIndex("IX_worklists_recipient_recipient_list_changed_at_name", "worklists");
        migrationBuilder.DropIndex("IX_worklists_sender_sender_list_changed_at_name", "worklists");
        migrationBuilder.CreateIndex("IX_worklists_recipient_recipient_list_order_at_name", "worklists", ["recipient", "recipient_list", "order_at", "name"]);
        migrationBuilder.CreateIndex("IX_worklists_sender_sender_list_order_at_name", "worklists", ["sender", "sender_list", "order_at", "name"]);

        migrationBuilder.AddColumn<string>("structure", "known_services", nullable: true);
        migrationBuilder.AddColumn<string>("away", "known_services", nullable: true);
        migrationBuilder.CreateTable("known_structures", table => new
        {
            name = table.Column<string>(),
            insee_code = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_known_structures", s => s.name));
        // The directory told of its places before anybody listened: its log is heard again from the beginning.
        migrationBuilder.Sql("DELETE FROM cursors WHERE name = 'subscription:partners'");
    }
}
