using Reseau.Kernel.Calendar;

namespace Reseau.Conventions.Domain;

/// <summary>Something that time does, and when.</summary>
/// <param name="Kind">What.</param>
/// <param name="DueAt">When.</param>
/// <param name="Days">Which of several reminders; 0 for what happens once.</param>
public sealed record Deadline(TimerKind Kind, DateTimeOffset DueAt, int Days = 0);

/// <summary>
/// What is due when, by the calendar of mainland France: a convention binds institutions of several départements. Days of the calendar end at
/// midnight; reminders come in the morning of a business day, never later than they promise.
/// </summary>
public static class Deadlines
{
    /// <summary>Days before the end of a convention on which its parties are reminded.</summary>
    public static IReadOnlyList<int> BeforeTheEnd { get; } = [90, 30, 7];

    /// <summary>Business days after which those who have not signed are reminded.</summary>
    public static IReadOnlyList<int> AfterTheProposal { get; } = [7, 21];

    private static readonly TimeOnly Morning = new(8, 0);
    private static readonly FrenchPlace Place = FrenchPlace.Of(null);

    /// <summary>Everything that waits, in no order.</summary>
    /// <param name="convention">The convention.</param>
    /// <param name="departures">Who has left the network.</param>
    public static IReadOnlyList<Deadline> Of(Convention convention, IReadOnlyCollection<Departure> departures) => convention.State switch
    {
        ConventionState.Proposed or ConventionState.PartiallySigned => [.. ToDepart(convention, departures), .. ToSign(convention)],
        ConventionState.Active or ConventionState.Expiring or ConventionState.Suspended when convention.Content.EndDate is { } end => [.. ToDepart(convention, departures), .. ToEnd(convention, end)],
        ConventionState.Expired when convention.ReplacedOn is { } day => [new(TimerKind.TakeOver, StartOf(day))],
        _ => [],
    };

    /// <summary>What comes first; null when nothing waits.</summary>
    /// <param name="convention">The convention.</param>
    /// <param name="departures">Who has left the network.</param>
    public static Deadline? Next(Convention convention, IReadOnlyCollection<Departure> departures) => Of(convention, departures).MinBy(deadline => (deadline.DueAt, deadline.Kind));

    private static IEnumerable<Deadline> ToDepart(Convention convention, IReadOnlyCollection<Departure> departures) =>
        Departing.Of(convention, departures).Select(left => new Deadline(TimerKind.Depart, left.At));

    private static IEnumerable<Deadline> ToSign(Convention convention)
    {
        var since = Place.DayOf(convention.ProposedAt!.Value);
        foreach (var days in AfterTheProposal.Where(days => days > convention.RemindedUnsigned))
            yield return new(TimerKind.MissingSignatures, Place.At(Place.BusinessDayAfter(since, days), Morning), days);
        yield return new(TimerKind.Lapse, StartOf(convention.Proposal!.SignBefore.AddDays(1)));
    }

    private static IEnumerable<Deadline> ToEnd(Convention convention, DateOnly end)
    {
        // What was signed with sixty days to go is not announced to end in ninety.
        foreach (var days in BeforeTheEnd.Where(days => convention.RemindedOfEnd is not { } reminded || days < reminded))
        {
            var at = Place.At(LastBusinessDayUpTo(end.AddDays(-days)), Morning);
            if (at > convention.Signatures[^1].At) yield return new(TimerKind.Ending, at, days);
        }
        if (convention.State == ConventionState.Active) yield return new(TimerKind.ComeNear, StartOf(end.AddDays(-Convention.NearDays)));
        if (convention.ReplacedOn is { } day) yield return new(TimerKind.TakeOver, StartOf(day));
        yield return new(TimerKind.Expire, StartOf(end.AddDays(1)));
    }

    private static DateOnly LastBusinessDayUpTo(DateOnly day)
    {
        while (!Place.IsBusinessDay(day)) day = day.AddDays(-1);
        return day;
    }

    private static DateTimeOffset StartOf(DateOnly day) => Place.At(day, TimeOnly.MinValue);
}
