using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Reseau.Hosting.Log;
using Reseau.Partners.Views;

namespace Reseau.Partners.Migrations;

/// <summary>The log, the list of institutions, the measured delays and the imports.</summary>
[DbContext(typeof(PartnersDb))]
[Migration("0001_initial")]
public sealed class M0001_Initial : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        LogTables.Create(migrationBuilder);
        migrationBuilder.CreateTable("institutions", table => new
        {
            name = table.Column<string>(),
            sort_key = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_institutions", i => i.name));
        migrationBuilder.CreateIndex("IX_institutions_sort_key_name", "institutions", ["sort_key", "name"]);

        migrationBuilder.CreateTable("awaited_answers", table => new
        {
            referral = table.Column<string>(),
            service = table.Column<string>(),
            submitted_at = table.Column<long>(),
        }, constraints: table => table.PrimaryKey("PK_awaited_answers", a => a.referral));

        migrationBuilder.CreateTable("answer_delays", table => new
        {
            position = table.Column<long>(),
            service = table.Column<string>(),
            seconds = table.Column<double>(),
        }, constraints: table => table.PrimaryKey("PK_answer_delays", a => a.position));
        migrationBuilder.CreateIndex("IX_answer_delays_service_position", "answer_delays", ["service", "position"]);
    }
}
