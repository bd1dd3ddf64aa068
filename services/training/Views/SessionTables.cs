using Microsoft.EntityFrameworkCore;

namespace Reseau.Training.Views;

/// <summary>The tables of courses, sessions and enrolments.</summary>
internal static class SessionTables
{
    public static void Configure(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<CourseRow>(row =>
        {
            row.ToTable("courses").HasKey(c => c.Name);
            row.HasIndex(c => new { c.PlainTitle, c.Name });
        });
        modelBuilder.Entity<CourseGiftRow>(row =>
        {
            row.ToTable("course_gifts").HasKey(g => new { g.Course, g.Gift });
            row.HasIndex(g => g.Gift);
        });
        modelBuilder.Entity<SessionRow>(row =>
        {
            row.ToTable("sessions").HasKey(s => s.Name);
            row.HasIndex(s => new { s.StartAt, s.Name });
            row.HasIndex(s => new { s.Course, s.StartAt });
            row.HasIndex(s => new { s.Institution, s.StartAt });
            row.HasIndex(s => s.DueAt);
        });
        modelBuilder.Entity<KeptSeatsRow>().ToTable("kept_seats").HasKey(k => new { k.Session, k.Institution });
        modelBuilder.Entity<EnrolmentRow>(row =>
        {
            row.ToTable("enrolments").HasKey(e => new { e.Session, e.Professional });
            row.HasIndex(e => new { e.Session, e.State, e.WaitingOrder });
            row.HasIndex(e => new { e.Professional, e.StartAt });
            row.HasIndex(e => new { e.Institution, e.State, e.CreatedAt });
            row.HasIndex(e => e.CertificateCode).IsUnique();
        });
        modelBuilder.Entity<SeatUseRow>(row =>
        {
            row.ToTable("seat_uses").HasKey(u => new { u.Session, u.Institution, u.State });
            row.HasIndex(u => new { u.StartAt, u.Course, u.Institution, u.State, u.Persons, u.CostCents }).HasDatabaseName("IX_seat_uses_start_at");
        });
        modelBuilder.Entity<EnrolmentWordsRow>(row =>
        {
            row.ToTable("enrolment_words").HasKey(w => new { w.Session, w.Professional, w.Kind });
            row.HasIndex(w => w.Professional);
        });
        modelBuilder.Entity<CalendarFeedRow>(row =>
        {
            row.ToTable("calendar_feeds").HasKey(f => f.Professional);
            row.HasIndex(f => f.SecretHash).IsUnique();
        });
    }
}
