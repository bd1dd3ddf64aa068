using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Reseau.Hosting.Log;
using Reseau.Training.Views;

namespace Reseau.Training.Migrations;

/// <summary>The log; each view brings its tables in a migration of its own.</summary>
[DbContext(typeof(TrainingDb))]
[Migration("0001_initial")]
public sealed class M0001_Initial : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => LogTables.Create(migrationBuilder);
}
