using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Reseau.Referrals.Views;

namespace Reseau.Referrals.Migrations;

/// <summary>Until when a referral waits in line or is paused.</summary>
[DbContext(typeof(ReferralsDb))]
[Migration("0002_waiting_and_pausing")]
public sealed class M0002_WaitingAndPausing : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<DateOnly>("until", "worklists", nullable: true);
}
