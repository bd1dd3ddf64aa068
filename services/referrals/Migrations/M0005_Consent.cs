using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Reseau.Referrals.Views;

namespace Reseau.Referrals.Migrations;

/// <summary>When a consent was withdrawn, and when a person was forgotten.</summary>
[DbContext(typeof(ReferralsDb))]
[Migration("0005_consent")]
public sealed class M0005_Consent : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("consent_withdrawn_at", "worklists", nullable: true);
        migrationBuilder.AddColumn<long>("erased_at", "worklists", nullable: true);
    }
}
