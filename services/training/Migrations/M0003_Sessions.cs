using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Reseau.Training.Views;

namespace Reseau.Training.Migrations;

/// <summary>The catalogue, sessions with their seats, enrolments, and what was said of them.</summary>
[DbContext(typeof(TrainingDb))]
[Migration("0003_sessions")]
public sealed class M0003_Sessions : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("courses", table => new
        {
            name = table.Column<string>(),
            version = table.Column<long>(),
            institution = table.Column<string>(),
            state = table.Column<int>(),
            plain_title = table.Column<string>(),
            body = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_courses", c => c.name));
        migrationBuilder.CreateIndex("IX_courses_plain_title_name", "courses", ["plain_title", "name"]);

        migrationBuilder.CreateTable("course_gifts", table => new
        {
            course = table.Column<string>(),
            gift = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_course_gifts", g => new { g.course, g.gift }));
        migrationBuilder.CreateIndex("IX_course_gifts_gift", "course_gifts", "gift");

        migrationBuilder.CreateTable("sessions", table => new
        {
            name = table.Column<string>(),
            version = table.Column<long>(),
            institution = table.Column<string>(),
            course = table.Column<string>(),
            state = table.Column<int>(),
            opened = table.Column<bool>(),
            start_at = table.Column<long>(),
            end_at = table.Column<long>(),
            max_seats = table.Column<int>(),
            seats_taken = table.Column<int>(),
            seats_free = table.Column<int>(),
            waiting = table.Column<int>(),
            cost_cents = table.Column<long>(),
            body = table.Column<string>(),
            timer_kind = table.Column<int>(nullable: true),
            due_at = table.Column<long>(nullable: true),
        }, constraints: table => table.PrimaryKey("PK_sessions", s => s.name));
        migrationBuilder.CreateIndex("IX_sessions_start_at_name", "sessions", ["start_at", "name"]);
        migrationBuilder.CreateIndex("IX_sessions_course_start_at", "sessions", ["course", "start_at"]);
        migrationBuilder.CreateIndex("IX_sessions_institution_start_at", "sessions", ["institution", "start_at"]);
        migrationBuilder.CreateIndex("IX_sessions_due_at", "sessions", "due_at");

        migrationBuilder.CreateTable("kept_seats", table => new
        {
            session = table.Column<string>(),
            institution = table.Column<string>(),
            unused = table.Column<int>(),
        }, constraints: table => table.PrimaryKey("PK_kept_seats", k => new { k.session, k.institution }));

        migrationBuilder.CreateTable("enrolments", table => new
        {
            session = table.Column<string>(),
            professional = table.Column<string>(),
            institution = table.Column<string>(),
            state = table.Column<int>(),
            start_at = table.Column<long>(),
            end_at = table.Column<long>(),
            created_at = table.Column<long>(),
            waiting_order = table.Column<long>(),
            presences = table.Column<string>(),
            completed_half_days = table.Column<int>(),
            hot_note = table.Column<int>(nullable: true),
            hot_at = table.Column<long>(nullable: true),
            cold_note = table.Column<int>(nullable: true),
            cold_at = table.Column<long>(nullable: true),
            certificate_code = table.Column<string>(nullable: true),
        }, constraints: table => table.PrimaryKey("PK_enrolments", e => new { e.session, e.professional }));
        migrationBuilder.CreateIndex("IX_enrolments_session_state_waiting_order", "enrolments", ["session", "state", "waiting_order"]);
        migrationBuilder.CreateIndex("IX_enrolments_professional_start_at", "enrolments", ["professional", "start_at"]);
        migrationBuilder.CreateIndex("IX_enrolments_institution_state_created_at", "enrolments", ["institution", "state", "created_at"]);
        migrationBuilder.CreateIndex("IX_enrolments_certificate_code", "enrolments", "certificate_code", unique: true);

        migrationBuilder.CreateTable("enrolment_words", table => new
        {
            session = table.Column<string>(),
            professional = table.Column<string>(),
            kind = table.Column<int>(),
            text = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_enrolment_words", w => new { w.session, w.professional, w.kind }));
        migrationBuilder.CreateIndex("IX_enrolment_words_professional", "enrolment_words", "professional");

        migrationBuilder.CreateTable("calendar_feeds", table => new
        {
            professional = table.Column<string>(),
            secret_hash = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_calendar_feeds", f => f.professional));
        migrationBuilder.CreateIndex("IX_calendar_feeds_secret_hash", "calendar_feeds", "secret_hash", unique: true);
    }
}
