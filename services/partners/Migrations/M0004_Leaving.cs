using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Reseau.Partners.Views;

namespace Reseau.Partners.Migrations;

/// <summary>Which institutions have left the network.</summary>
[DbContext(typeof(PartnersDb))]
[Migration("0004_leaving")]
public sealed class M0004_Leaving : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<long>("archived_at", "institutions", nullable: true);
}
