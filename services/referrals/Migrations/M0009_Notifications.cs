using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Reseau.Referrals.Notifications;
using Reseau.Referrals.Views;

namespace Reseau.Referrals.Migrations;

/// <summary>Notifications: what professionals want, what is sent, and where the reading of the log begins: at its end, since old news is none.</summary>
[DbContext(typeof(ReferralsDb))]
[Migration("0009_notifications")]
public sealed class M0009_Notifications : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("notification_preferences", table => new
        {
            subject = table.Column<string>(),
            institution = table.Column<string>(),
            email = table.Column<string>(),
            phone = table.Column<string>(),
            webhook_url = table.Column<string>(),
            webhook_secret = table.Column<string>(),
            channels = table.Column<string>(),
            choices = table.Column<string>(),
            quiet_from = table.Column<int>(),
            quiet_until = table.Column<int>(),
            quiet_on_free_days = table.Column<bool>(),
            version = table.Column<long>(),
        }, constraints: table => table.PrimaryKey("PK_notification_preferences", p => p.subject));
        migrationBuilder.CreateIndex("IX_notification_preferences_institution", "notification_preferences", "institution");

        migrationBuilder.CreateTable("notification_deliveries", table => new
        {
            id = table.Column<string>(),
            subject = table.Column<string>(),
            institution = table.Column<string>(),
            channel = table.Column<int>(),
            state = table.Column<int>(),
            attempts = table.Column<int>(),
            created_at = table.Column<long>(),
            next_try_at = table.Column<long>(),
            ended_at = table.Column<long>(nullable: true),
            error = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_notification_deliveries", d => d.id));
        migrationBuilder.CreateIndex("IX_notification_deliveries_state_next_try_at", "notification_deliveries", ["state", "next_try_at"]);
        migrationBuilder.CreateIndex("IX_notification_deliveries_institution_created_at_id", "notification_deliveries", ["institution", "created_at", "id"]);

        migrationBuilder.CreateTable("notification_items", table => new
        {
            delivery = table.Column<string>(),
            position = table.Column<long>(),
            text = table.Column<string>(),
            referral = table.Column<string>(),
            service_display_name = table.Column<string>(),
            theme = table.Column<string>(),
            occurred_at = table.Column<long>(),
        }, constraints: table => table.PrimaryKey("PK_notification_items", i => new { i.delivery, i.position }));

        migrationBuilder.Sql($"INSERT INTO cursors (name, position, owner, lease_until) SELECT '{NotificationRecorder.Cursor}', COALESCE(MAX(position), 0), '', 0 FROM events");
    }
}
