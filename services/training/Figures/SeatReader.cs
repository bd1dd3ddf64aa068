using Microsoft.EntityFrameworkCore;
using Reseau.Training.Domain.Figures;
using Reseau.Training.Domain.Sessions;
using Reseau.Training.Views;

namespace Reseau.Training.Figures;

/// <summary>Which seats figures are asked of: those of sessions that took place, by the day on which they began.</summary>
/// <param name="From">From here on.</param>
/// <param name="Before">Before here.</param>
/// <param name="ByCourse">Whether rows are courses, rather than the institutions of the persons.</param>
/// <param name="Institution">Institution id that asks.</param>
/// <param name="OnlyOwn">Whether only its own people count.</param>
internal sealed record SeatQuestion(DateTimeOffset From, DateTimeOffset Before, bool ByCourse, string Institution, bool OnlyOwn);

/// <summary>Counts what became of seats: from what was counted when each session was closed, not from its enrolments; the database groups, what is left is a few rows for each course or institution.</summary>
internal static class SeatReader
{
    /// <summary>The groups by key, and how many seats there were in all.</summary>
    public static async Task<(IReadOnlyList<SeatGroup> Groups, int Offered)> ReadAsync(TrainingDb db, SeatQuestion asked, CancellationToken cancellation)
    {
        var (from, before, own) = (asked.From, asked.Before, asked.Institution);
        var sessions = db.Sessions.AsNoTracking().Where(row => row.State == SessionState.Closed && row.StartAt >= from && row.StartAt < before);
        // To an institution, what was offered is the sessions in which its own people asked for a seat.
        if (asked.OnlyOwn) sessions = sessions.Where(session => db.SeatUses.Any(use => use.Session == session.Name && use.Institution == own));
        var offered = await sessions.GroupBy(session => session.Course).Select(course => new { course.Key, Seats = course.Sum(session => session.MaxSeats) })
            .ToDictionaryAsync(course => course.Key, course => course.Seats, StringComparer.Ordinal, cancellation);
        var lines = await LinesAsync(db, asked, cancellation);

        // A course of which nobody asked for a seat was offered all the same.
        var keys = lines.Select(line => line.Key).Concat(asked.ByCourse ? offered.Keys : []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var byKey = lines.ToLookup(line => line.Key, StringComparer.Ordinal);
        return ([.. keys.Select(key => new SeatGroup(key, asked.ByCourse ? offered.GetValueOrDefault(key) : 0, Sum(byKey[key], own: true), Sum(byKey[key], own: false)))], offered.Values.Sum());
    }

    private static async Task<List<Line>> LinesAsync(TrainingDb db, SeatQuestion asked, CancellationToken cancellation)
    {
        var (from, before, own) = (asked.From, asked.Before, asked.Institution);
        var uses = db.SeatUses.AsNoTracking().Where(use => use.StartAt >= from && use.StartAt < before);
        if (asked.OnlyOwn) uses = uses.Where(use => use.Institution == own);
        var keyed = asked.ByCourse
            ? uses.Select(use => new { Key = use.Course, Own = use.Institution == own, use.State, use.Persons, use.CostCents })
            : uses.Select(use => new { Key = use.Institution, Own = use.Institution == own, use.State, use.Persons, use.CostCents });
        var lines = await keyed.GroupBy(use => new { use.Key, use.Own, use.State })
            .Select(line => new { line.Key.Key, line.Key.Own, line.Key.State, Count = line.Sum(use => use.Persons), Cents = line.Sum(use => use.CostCents) }).ToListAsync(cancellation);
        return lines.ConvertAll(line => new Line(line.Key, line.Own, Use(line.State, line.Count, line.Cents)));
    }

    private static SeatUse Sum(IEnumerable<Line> lines, bool own) => lines.Where(line => line.Own == own).Aggregate(SeatUse.None, (all, line) => all + line.Use);

    private static SeatUse Use(EnrolmentState state, int count, long cents) => state switch
    {
        EnrolmentState.Attended => new() { Completed = count, CostCents = cents },
        EnrolmentState.AttendedPartly => new() { Partly = count, CostCents = cents },
        EnrolmentState.Absent => new() { Absent = count, CostCents = cents },
        EnrolmentState.Withdrawn => new() { Withdrawn = count },
        EnrolmentState.Refused => new() { Refused = count },
        EnrolmentState.NotServed => new() { NotServed = count },
        _ => SeatUse.None,
    };

    private sealed record Line(string Key, bool Own, SeatUse Use);
}
