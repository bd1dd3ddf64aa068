using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Reseau.Partners.Views;

namespace Reseau.Partners.Migrations;

/// <summary>What was looked for and not found.</summary>
[DbContext(typeof(PartnersDb))]
[Migration("0002_unmet_needs")]
public sealed class M0002_UnmetNeeds : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("unmet_needs", table => new
        {
            day = table.Column<DateOnly>(),
            theme = table.Column<string>(),
            commune = table.Column<string>(),
            departement = table.Column<string>(),
            searches = table.Column<int>(),
        }, constraints: table => table.PrimaryKey("PK_unmet_needs", n => new { n.day, n.theme, n.commune }));
    }
}
