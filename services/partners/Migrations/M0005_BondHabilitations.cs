using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Reseau.Partners.Views;

namespace Reseau.Partners.Migrations;

/// <summary>Which habilitations conventions ask for.</summary>
[DbContext(typeof(PartnersDb))]
[Migration("0005_bond_habilitations")]
public sealed class M0005_BondHabilitations : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("habilitations", "bonds", nullable: true);
        // What was said before is read once more.
        migrationBuilder.Sql("UPDATE bonds SET version = 0; DELETE FROM cursors WHERE name = 'subscription:conventions';");
    }
}
