using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Reseau.Training.Views;

namespace Reseau.Training.Migrations;

/// <summary>Needs, the referrals that reveal some, and campaigns with what was answered.</summary>
[DbContext(typeof(TrainingDb))]
[Migration("0005_needs")]
public sealed class M0005_Needs : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("needs", table => new
        {
            name = table.Column<string>(),
            institution = table.Column<string>(),
            state = table.Column<int>(),
            urgency = table.Column<int>(),
            subject = table.Column<string>(),
            functions = table.Column<int>(),
            persons = table.Column<int>(),
            plan = table.Column<string>(),
            body = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_needs", n => n.name));
        migrationBuilder.CreateIndex("IX_needs_urgency_name", "needs", ["urgency", "name"]);
        migrationBuilder.CreateIndex("IX_needs_institution_urgency_name", "needs", ["institution", "urgency", "name"]);
        migrationBuilder.CreateIndex("IX_needs_plan", "needs", "plan");

        migrationBuilder.CreateTable("field_referrals", table => new
        {
            referral = table.Column<string>(),
            sender = table.Column<string>(),
            recipient = table.Column<string>(),
            theme = table.Column<string>(),
            kinds = table.Column<int>(),
            month = table.Column<int>(nullable: true),
        }, constraints: table => table.PrimaryKey("PK_field_referrals", r => r.referral));
        migrationBuilder.CreateIndex("IX_field_referrals_month", "field_referrals", "month");

        migrationBuilder.CreateTable("campaigns", table => new
        {
            name = table.Column<string>(),
            version = table.Column<long>(),
            institution = table.Column<string>(),
            network = table.Column<bool>(),
            state = table.Column<int>(),
            start_day = table.Column<int>(),
            end_day = table.Column<int>(),
            body = table.Column<string>(),
            due_at = table.Column<long>(nullable: true),
        }, constraints: table => table.PrimaryKey("PK_campaigns", c => c.name));
        migrationBuilder.CreateIndex("IX_campaigns_end_day_name", "campaigns", ["end_day", "name"]);
        migrationBuilder.CreateIndex("IX_campaigns_due_at", "campaigns", "due_at");

        migrationBuilder.CreateTable("campaign_marks", table => new
        {
            campaign = table.Column<string>(),
            mark = table.Column<string>(),
            request_id = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_campaign_marks", m => new { m.campaign, m.mark }));

        migrationBuilder.CreateTable("campaign_answers", table => new
        {
            campaign = table.Column<string>(),
            mark = table.Column<string>(),
            professional = table.Column<string>(),
            works_at = table.Column<string>(),
            body = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_campaign_answers", a => new { a.campaign, a.mark }));
        migrationBuilder.CreateIndex("IX_campaign_answers_professional", "campaign_answers", "professional");

        migrationBuilder.CreateTable("campaign_counts", table => new
        {
            campaign = table.Column<string>(),
            institution = table.Column<string>(),
            kind = table.Column<int>(),
            key = table.Column<string>(),
            question = table.Column<string>(),
            answers = table.Column<int>(),
            counts = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_campaign_counts", c => new { c.campaign, c.institution, c.kind, c.key, c.question }));

        migrationBuilder.CreateTable("campaign_texts", table => new
        {
            campaign = table.Column<string>(),
            question = table.Column<string>(),
            place = table.Column<int>(),
            text = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_campaign_texts", t => new { t.campaign, t.question, t.place }));
    }
}
