using Microsoft.EntityFrameworkCore;

namespace Reseau.Training.Views;

/// <summary>Courses, sessions and enrolments.</summary>
public sealed partial class TrainingDb
{
    /// <summary>The courses.</summary>
    public DbSet<CourseRow> Courses => Set<CourseRow>();

    /// <summary>What they give.</summary>
    public DbSet<CourseGiftRow> CourseGifts => Set<CourseGiftRow>();

    /// <summary>The sessions.</summary>
    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    /// <summary>Their seats that are kept for somebody.</summary>
    public DbSet<KeptSeatsRow> KeptSeats => Set<KeptSeatsRow>();

    /// <summary>The enrolments.</summary>
    public DbSet<EnrolmentRow> Enrolments => Set<EnrolmentRow>();

    /// <summary>What became of the seats of sessions that took place.</summary>
    public DbSet<SeatUseRow> SeatUses => Set<SeatUseRow>();

    /// <summary>What was said of them.</summary>
    public DbSet<EnrolmentWordsRow> EnrolmentWords => Set<EnrolmentWordsRow>();

    /// <summary>The calendars of persons.</summary>
    public DbSet<CalendarFeedRow> CalendarFeeds => Set<CalendarFeedRow>();
}
