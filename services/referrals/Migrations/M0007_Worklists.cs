using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Reseau.Referrals.Views;

namespace Reseau.Referrals.Migrations;

/// <summary>Finds the appointments of a day.</summary>
[DbContext(typeof(ReferralsDb))]
[Migration("0007_worklists")]
public sealed class M0007_Worklists : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var side in (string[])["recipient", "sender"])
            migrationBuilder.CreateIndex($"IX_worklists_{side}_appointment_at_name", "worklists", [side, "appointment_at", "name"], filter: ReferralsDb.WithAppointment);
    }
}
