using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Reseau.Training.Views;

namespace Reseau.Training.Migrations;

/// <summary>Professionals, who they are, what they can do, and the words and rules for it.</summary>
[DbContext(typeof(TrainingDb))]
[Migration("0002_people")]
public sealed class M0002_People : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("professionals", table => new
        {
            name = table.Column<string>(),
            version = table.Column<long>(),
            institution = table.Column<string>(),
            subject = table.Column<string>(nullable: true),
            function = table.Column<int>(),
            arrival_day = table.Column<int>(nullable: true),
            departure_day = table.Column<int>(nullable: true),
            plain_name = table.Column<string>(),
            permanences = table.Column<string>(),
            erased = table.Column<bool>(),
            body = table.Column<string>(),
            due_at = table.Column<long>(nullable: true),
        }, constraints: table => table.PrimaryKey("PK_professionals", p => p.name));
        migrationBuilder.CreateIndex("IX_professionals_institution_plain_name_name", "professionals", ["institution", "plain_name", "name"]);
        migrationBuilder.CreateIndex("IX_professionals_subject", "professionals", "subject");
        migrationBuilder.CreateIndex("IX_professionals_due_at", "professionals", "due_at");

        migrationBuilder.CreateTable("persons", table => new
        {
            professional = table.Column<string>(),
            last_name = table.Column<string>(),
            first_name = table.Column<string>(),
            email = table.Column<string>(),
            subject = table.Column<string>(nullable: true),
        }, constraints: table => table.PrimaryKey("PK_persons", p => p.professional));
        migrationBuilder.CreateIndex("IX_persons_email", "persons", "email");

        migrationBuilder.CreateTable("professional_sites", table => new
        {
            professional = table.Column<string>(),
            site = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_professional_sites", s => new { s.professional, s.site }));
        migrationBuilder.CreateIndex("IX_professional_sites_site", "professional_sites", "site");

        migrationBuilder.CreateTable("held_skills", table => new
        {
            professional = table.Column<string>(),
            skill = table.Column<string>(),
            declared = table.Column<int>(),
            evidenced = table.Column<int>(),
        }, constraints: table => table.PrimaryKey("PK_held_skills", s => new { s.professional, s.skill }));
        migrationBuilder.CreateIndex("IX_held_skills_skill_evidenced", "held_skills", ["skill", "evidenced"]);

        migrationBuilder.CreateTable("held_habilitations", table => new
        {
            professional = table.Column<string>(),
            rule = table.Column<string>(),
            from_day = table.Column<int>(),
            until_day = table.Column<int>(nullable: true),
            revoked = table.Column<bool>(),
            institution = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_held_habilitations", h => new { h.professional, h.rule, h.from_day }));
        migrationBuilder.CreateIndex("IX_held_habilitations_institution_until_day_professional_rule", "held_habilitations", ["institution", "until_day", "professional", "rule"]);
        migrationBuilder.CreateIndex("IX_held_habilitations_rule", "held_habilitations", "rule");

        migrationBuilder.CreateTable("skills", table => new
        {
            name = table.Column<string>(),
            version = table.Column<long>(),
            family = table.Column<string>(),
            label = table.Column<string>(),
            retired = table.Column<bool>(),
            body = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_skills", s => s.name));

        migrationBuilder.CreateTable("habilitation_rules", table => new
        {
            name = table.Column<string>(),
            version = table.Column<long>(),
            title = table.Column<string>(),
            retired = table.Column<bool>(),
            body = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_habilitation_rules", r => r.name));

        migrationBuilder.CreateTable("habilitation_sheets", table => new
        {
            subject = table.Column<string>(),
            version = table.Column<long>(),
            body = table.Column<string>(),
            due = table.Column<bool>(),
        }, constraints: table => table.PrimaryKey("PK_habilitation_sheets", s => s.subject));
        migrationBuilder.CreateIndex("IX_habilitation_sheets_due", "habilitation_sheets", "due");
    }
}
