using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Reseau.Referrals.Views;

namespace Reseau.Referrals.Migrations;

/// <summary>What the figures are made of; <c>rebuild-views</c> fills it for what was sent before.</summary>
[DbContext(typeof(ReferralsDb))]
[Migration("0008_figures")]
public sealed class M0008_Figures : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("figures", table => new
        {
            name = table.Column<string>(),
            sender = table.Column<string>(),
            recipient = table.Column<string>(),
            service = table.Column<string>(),
            theme = table.Column<string>(),
            submitted_at = table.Column<long>(),
            due_at = table.Column<long>(),
            waited_until = table.Column<long>(nullable: true),
            state = table.Column<int>(),
            answer = table.Column<int>(nullable: true),
            response_minutes = table.Column<int>(nullable: true),
            accepted_at = table.Column<long>(nullable: true),
            contact_minutes = table.Column<int>(nullable: true),
            outcome_minutes = table.Column<int>(nullable: true),
            closing_minutes = table.Column<int>(nullable: true),
            outcome = table.Column<int>(nullable: true),
            reasons = table.Column<string>(),
            kept = table.Column<int>(),
            missed = table.Column<int>(),
            touched_at = table.Column<long>(),
        }, constraints: table => table.PrimaryKey("PK_figures", f => f.name));
        migrationBuilder.CreateIndex("IX_figures_recipient_submitted_at", "figures", ["recipient", "submitted_at"]);
        migrationBuilder.CreateIndex("IX_figures_sender_submitted_at", "figures", ["sender", "submitted_at"]);
        migrationBuilder.CreateIndex("IX_figures_submitted_at", "figures", "submitted_at");
    }
}
