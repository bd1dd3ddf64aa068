using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Reseau.Conventions.Views;

namespace Reseau.Conventions.Migrations;

/// <summary>What conventions command, compiled.</summary>
[DbContext(typeof(ConventionsDb))]
[Migration("0002_policies")]
public sealed class M0002_Policies : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("policies", table => new
        {
            sender = table.Column<string>(),
            recipient = table.Column<string>(),
            version = table.Column<long>(),
            body = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_policies", p => new { p.sender, p.recipient }));
        migrationBuilder.CreateIndex("IX_policies_recipient_sender", "policies", ["recipient", "sender"]);
    }
}
