using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Reseau.Training.Views;

namespace Reseau.Training.Migrations;

/// <summary>The list of plans.</summary>
[DbContext(typeof(TrainingDb))]
[Migration("0004_plans")]
public sealed class M0004_Plans : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("plans", table => new
        {
            name = table.Column<string>(),
            version = table.Column<long>(),
            institution = table.Column<string>(),
            network = table.Column<bool>(),
            state = table.Column<int>(),
            shown = table.Column<bool>(),
            end_day = table.Column<int>(),
            body = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_plans", p => p.name));
        migrationBuilder.CreateIndex("IX_plans_end_day_name", "plans", ["end_day", "name"]);
    }
}
