using Reseau.Kernel;

namespace Reseau.Training.Domain.Figures;

/// <summary>Figures of seats of which small counts are withheld, with what would give one away.</summary>
public static class SeatSuppression
{
    private const int Attended = 0;
    private const int Completed = 1;
    private const int Absent = 2;
    private const int Withdrawn = 3;
    private const int Refused = 4;
    private const int NotServed = 5;

    // In the order of their numbers.
    private static readonly Func<SeatUse, int>[] Columns =
        [seats => seats.Attended, seats => seats.Completed, seats => seats.Absent, seats => seats.Withdrawn, seats => seats.Refused, seats => seats.NotServed];

    /// <summary>The figures of each group, and of all of them together.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="offered">Seats in all.</param>
    public static (IReadOnlyList<ToldSeats> Groups, ToldSeats Total) Tell(IReadOnlyList<SeatGroup> groups, int offered)
    {
        var total = new SeatGroup("", offered, Sum(groups, group => group.Own), Sum(groups, group => group.Others));
        var withheld = Array.ConvertAll(Columns, column => Suppression.Withheld([.. groups.Select(group => column(group.Others))]));
        // How many seats of a session are taken is known to everyone: who was absent is the rest of who was there. Withholding more in one column may
        // withhold more in the other.
        while (Join(withheld[Attended], withheld[Absent]))
        {
            foreach (var column in (int[])[Attended, Absent])
                withheld[column] = Suppression.Withheld([.. groups.Select(group => Columns[column](group.Others))], withheld[column]);
        }
        var few = Array.ConvertAll(Columns, column => Suppression.IsSmall(column(total.Others)));
        few[Attended] = few[Absent] |= few[Attended];
        return ([.. groups.Select((group, place) => Told(group, Array.ConvertAll(withheld, column => column[place])))], Told(total, few));
    }

    private static SeatUse Sum(IReadOnlyList<SeatGroup> groups, Func<SeatGroup, SeatUse> part) => groups.Select(part).Aggregate(SeatUse.None, (all, one) => all + one);

    private static bool Join(bool[] left, bool[] right)
    {
        var changed = false;
        for (var place = 0; place < left.Length; place++)
        {
            changed |= left[place] != right[place];
            left[place] = right[place] |= left[place];
        }
        return changed;
    }

    private static ToldSeats Told(SeatGroup group, bool[] withheld)
    {
        int? Count(int column) => withheld[column] ? null : Columns[column](group.All);
        // What a seat costs is known, too: their cost is their number.
        var cost = withheld[Attended] ? (long?)null : group.All.CostCents;
        return new(group.Key, group.Offered)
        {
            Attended = Count(Attended),
            Completed = Count(Completed),
            Absent = Count(Absent),
            Withdrawn = Count(Withdrawn),
            Refused = Count(Refused),
            NotServed = Count(NotServed),
            CostCents = cost,
            CostPerCompletedCents = cost is null || withheld[Completed] ? null : group.All.CostPerCompletedCents,
        };
    }
}

/// <summary>Figures of seats as they may be told; null = withheld.</summary>
/// <param name="Key">Name of the course or institution; empty for all of them.</param>
/// <param name="Offered">Seats of sessions that took place.</param>
public sealed record ToldSeats(string Key, int Offered)
{
    /// <summary>Were there, to the end or partly.</summary>
    public int? Attended { get; init; }

    /// <summary>Were there to the end.</summary>
    public int? Completed { get; init; }

    /// <summary>Had a seat and did not come.</summary>
    public int? Absent { get; init; }

    /// <summary>Gave their seat, or their wish for one, back.</summary>
    public int? Withdrawn { get; init; }

    /// <summary>Were refused by their manager.</summary>
    public int? Refused { get; init; }

    /// <summary>Waited for a seat and got none.</summary>
    public int? NotServed { get; init; }

    /// <summary>What the seats taken cost.</summary>
    public long? CostCents { get; init; }

    /// <summary>What each person who was there to the end cost.</summary>
    public long? CostPerCompletedCents { get; init; }
}
