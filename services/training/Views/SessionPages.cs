using Microsoft.EntityFrameworkCore;
using Reseau.Kernel.Calendar;
using Reseau.Training.Domain.Sessions;

namespace Reseau.Training.Views;

/// <summary>Which sessions are asked for.</summary>
/// <param name="Institution">Institution id that asks.</param>
public sealed record SessionQuestion(string Institution)
{
    /// <summary>Of this course; empty = all.</summary>
    public string Course { get; init; } = "";

    /// <summary>First day on which they begin.</summary>
    public DateOnly From { get; init; }

    /// <summary>Last day on which they begin; null = no end.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>In one of these states; empty = open, and the institution's own drafts.</summary>
    public IReadOnlyList<SessionState> States { get; init; } = [];

    /// <summary>Only with a seat that the institution can take.</summary>
    public bool WithFreeSeats { get; init; }

    /// <summary>Only those the institution organises.</summary>
    public bool Own { get; init; }

    /// <summary>Two equal questions have the same; part of what a page token belongs to. The first day is in the token itself.</summary>
    public string Question => string.Join('|', Institution, Course, Until?.DayNumber, string.Join(',', States), WithFreeSeats, Own);
}

/// <summary>Where a page ended.</summary>
/// <param name="StartAt">Beginning of its last session.</param>
/// <param name="Name">Name of it.</param>
public sealed record SessionPosition(DateTimeOffset StartAt, string Name);

/// <summary>Reads sessions page by page, the earliest first: one row more than asked for says that another page follows.</summary>
public static class SessionPages
{
    /// <summary>A page.</summary>
    /// <param name="db">The database.</param>
    /// <param name="asked">What is asked for.</param>
    /// <param name="after">Where the page before ended; null for the first.</param>
    /// <param name="size">How many rows.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static Task<List<SessionRow>> ReadAsync(TrainingDb db, SessionQuestion asked, SessionPosition? after, int size, CancellationToken cancellation)
    {
        var (institution, from) = (asked.Institution, FrenchDay.StartOf(asked.From));
        // A draft is its organiser's alone, and so is what was given up before anybody could enrol.
        var rows = db.Sessions.AsNoTracking().Where(row => row.StartAt >= from && (row.Opened || row.Institution == institution));
        if (asked.States.Count == 0) rows = rows.Where(row => row.State == SessionState.Open || row.State == SessionState.Draft);
        else
        {
            var states = asked.States.ToArray();
            rows = rows.Where(row => EF.Parameter(states).Contains(row.State));
        }
        if (asked.Until is { } until && until < DateOnly.MaxValue)
        {
            var end = FrenchDay.StartOf(until.AddDays(1));
            rows = rows.Where(row => row.StartAt < end);
        }
        if (asked.Course.Length > 0) rows = rows.Where(row => row.Course == asked.Course);
        if (asked.Own) rows = rows.Where(row => row.Institution == institution);
        if (asked.WithFreeSeats) rows = rows.Where(row => row.State == SessionState.Open && (row.SeatsFree > 0 || db.KeptSeats.Any(kept => kept.Session == row.Name && kept.Institution == institution)));
        if (after is not null)
        {
            var (start, name) = (after.StartAt, after.Name);
            rows = rows.Where(row => row.StartAt >= start && (row.StartAt > start || string.Compare(row.Name, name) > 0));
        }
        return rows.OrderBy(row => row.StartAt).ThenBy(row => row.Name).Take(size + 1).ToListAsync(cancellation);
    }
}
