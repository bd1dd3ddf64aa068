using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Reseau.Referrals.Views;

namespace Reseau.Referrals.Migrations;

/// <summary>Whether a service is closed. Drafts are rows of the worklists and need nothing of their own.</summary>
[DbContext(typeof(ReferralsDb))]
[Migration("0010_drafts")]
public sealed class M0010_Drafts : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<bool>("closed", "known_services", defaultValue: false);
        migrationBuilder.AddColumn<DateOnly>("closed_until", "known_services", nullable: true);
    }
}
