using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Reseau.Referrals.Views;

namespace Reseau.Referrals.Migrations;

/// <summary>Delays of answer that conventions state.</summary>
[DbContext(typeof(ReferralsDb))]
[Migration("0011_policies")]
public sealed class M0011_Policies : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var delay in (string[])["acknowledge", "decide", "escalate"])
            migrationBuilder.AddColumn<int>($"agreed_{delay}", "timers", nullable: true);
    }
}
