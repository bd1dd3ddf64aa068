using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Reseau.Training.Views;

namespace Reseau.Training.Migrations;

/// <summary>Needs of the network.</summary>
[DbContext(typeof(TrainingDb))]
[Migration("0007_network_needs")]
public sealed class M0007_NetworkNeeds : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<bool>("network", "needs", nullable: true);
}
