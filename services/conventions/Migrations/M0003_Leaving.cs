using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Reseau.Conventions.Views;

namespace Reseau.Conventions.Migrations;

/// <summary>Which institutions have left the network, and when.</summary>
[DbContext(typeof(ConventionsDb))]
[Migration("0003_leaving")]
public sealed class M0003_Leaving : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable("departed_institutions", table => new
    {
        institution = table.Column<string>(),
        left_at = table.Column<long>(),
    }, constraints: table => table.PrimaryKey("PK_departed_institutions", i => i.institution));
}
