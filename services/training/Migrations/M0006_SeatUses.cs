using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Reseau.Training.Views;

namespace Reseau.Training.Migrations;

/// <summary>What became of the seats of sessions that took place, counted once: figures had to go through every enrolment.</summary>
[DbContext(typeof(TrainingDb))]
[Migration("0006_seat_uses")]
public sealed class M0006_SeatUses : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("seat_uses", table => new
        {
            session = table.Column<string>(),
            institution = table.Column<string>(),
            state = table.Column<int>(),
            course = table.Column<string>(),
            start_at = table.Column<long>(),
            persons = table.Column<int>(),
            cost_cents = table.Column<long>(),
        }, constraints: table => table.PrimaryKey("PK_seat_uses", u => new { u.session, u.institution, u.state }));
        // All that figures ask for: they are counted from the index alone.
        migrationBuilder.CreateIndex("IX_seat_uses_start_at", "seat_uses", ["start_at", "course", "institution", "state", "persons", "cost_cents"]);

        // 3: SessionState.Closed.
        migrationBuilder.Sql("""
            INSERT INTO seat_uses (session, institution, state, course, start_at, persons, cost_cents)
            SELECT e.session, e.institution, e.state, s.course, s.start_at, COUNT(*), COUNT(*) * s.cost_cents
            FROM enrolments e JOIN sessions s ON s.name = e.session
            WHERE s.state = 3
            GROUP BY e.session, e.institution, e.state, s.course, s.start_at, s.cost_cents;
            """);
    }
}
