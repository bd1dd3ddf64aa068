using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Reseau.Hosting.Log;

namespace Reseau.Conformance.EventLog.Counters;

/// <summary>The log, the view and the subscription's table.</summary>
[DbContext(typeof(CounterDb))]
[Migration("0001_counters")]
public sealed class M0001_Counters : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        LogTables.Create(migrationBuilder);
        migrationBuilder.CreateTable("counters", table => new
        {
            name = table.Column<string>(),
            count = table.Column<int>(),
            changed_at = table.Column<long>(),
        }, constraints: table => table.PrimaryKey("PK_counters", c => c.name));
        migrationBuilder.CreateTable("handled", table => new
        {
            position = table.Column<long>(),
            stream = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_handled", h => h.position));
    }
}
