using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Reseau.Referrals.Views;

namespace Reseau.Referrals.Migrations;

/// <summary>Chains of redirected referrals, each followed by its sender as one line.</summary>
[DbContext(typeof(ReferralsDb))]
[Migration("0004_redirects")]
public sealed class M0004_Redirects : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("chain", "worklists", nullable: true);
        migrationBuilder.AddColumn<int>("hop", "worklists", nullable: true);
        migrationBuilder.AddColumn<string>("redirected_to", "worklists", nullable: true);
        migrationBuilder.AddColumn<int>("standing", "worklists", nullable: true);
        migrationBuilder.CreateIndex("IX_worklists_chain", "worklists", "chain", filter: "chain IS NOT NULL");
    }
}
