using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Reseau.Partners.Views;

namespace Reseau.Partners.Migrations;

/// <summary>What was looked for and not found; imports and what was said of their lines.</summary>
[DbContext(typeof(PartnersDb))]
[Migration("0002_directory_at_work")]
public sealed class M0002_DirectoryAtWork : Migration
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

        migrationBuilder.CreateTable("imports", table => new
        {
            name = table.Column<string>(),
            importer = table.Column<string>(),
            institution = table.Column<string>(),
            format = table.Column<int>(),
            dry_run = table.Column<bool>(),
            state = table.Column<int>(),
            records = table.Column<int>(),
            created = table.Column<int>(),
            updated = table.Column<int>(),
            unchanged = table.Column<int>(),
            refused = table.Column<int>(),
            remark_count = table.Column<int>(),
            created_at = table.Column<long>(),
            updated_at = table.Column<long>(),
        }, constraints: table => table.PrimaryKey("PK_imports", i => i.name));

        migrationBuilder.CreateTable("import_remarks", table => new
        {
            import = table.Column<string>(),
            rank = table.Column<int>(),
            line = table.Column<int>(),
            record = table.Column<string>(),
            field = table.Column<string>(),
            reason = table.Column<string>(),
            text = table.Column<string>(),
            suggestion = table.Column<string>(),
            refused = table.Column<bool>(),
        }, constraints: table => table.PrimaryKey("PK_import_remarks", r => new { r.import, r.rank }));
    }
}
