using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Reseau.Referrals.Views;

namespace Reseau.Referrals.Migrations;

/// <summary>Which institutions have left the network.</summary>
[DbContext(typeof(ReferralsDb))]
[Migration("0012_leaving")]
public sealed class M0012_Leaving : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable("departed_institutions", table => new
    {
        institution = table.Column<string>(),
    }, constraints: table => table.PrimaryKey("PK_departed_institutions", i => i.institution));
}
