using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Reseau.Partners.Views;

namespace Reseau.Partners.Migrations;

/// <summary>Who is bound to whom by a convention.</summary>
[DbContext(typeof(PartnersDb))]
[Migration("0003_bonds")]
public sealed class M0003_Bonds : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable("bonds", table => new
    {
        sender = table.Column<string>(),
        recipient = table.Column<string>(),
        version = table.Column<long>(),
        standing = table.Column<int>(),
        start = table.Column<DateOnly>(nullable: true),
        end = table.Column<DateOnly>(nullable: true),
        contradicts = table.Column<bool>(),
    }, constraints: table => table.PrimaryKey("PK_bonds", b => new { b.sender, b.recipient }));
}
