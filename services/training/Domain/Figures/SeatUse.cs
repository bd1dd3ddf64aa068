namespace Reseau.Training.Domain.Figures;

/// <summary>What became of seats: persons, and what their seats cost.</summary>
public sealed record SeatUse
{
    /// <summary>Nobody.</summary>
    public static SeatUse None { get; } = new();

    /// <summary>Were there for every half-day.</summary>
    public int Completed { get; init; }

    /// <summary>Were there for some.</summary>
    public int Partly { get; init; }

    /// <summary>Had a seat and did not come.</summary>
    public int Absent { get; init; }

    /// <summary>Gave their seat, or their wish for one, back.</summary>
    public int Withdrawn { get; init; }

    /// <summary>Were refused by their manager.</summary>
    public int Refused { get; init; }

    /// <summary>Waited for a seat and got none.</summary>
    public int NotServed { get; init; }

    /// <summary>What the seats taken cost, in cents of euro.</summary>
    public long CostCents { get; init; }

    /// <summary>Were there, to the end or partly.</summary>
    public int Attended => Completed + Partly;

    /// <summary>What each person who was there to the end cost, to the cent; 0 without any.</summary>
    public long CostPerCompletedCents => Completed == 0 ? 0 : (CostCents + (Completed / 2)) / Completed;

    /// <summary>Whether nobody is counted.</summary>
    public bool IsNone => this == None;

    /// <summary>Both together.</summary>
    public static SeatUse operator +(SeatUse left, SeatUse right) => new()
    {
        Completed = left.Completed + right.Completed,
        Partly = left.Partly + right.Partly,
        Absent = left.Absent + right.Absent,
        Withdrawn = left.Withdrawn + right.Withdrawn,
        Refused = left.Refused + right.Refused,
        NotServed = left.NotServed + right.NotServed,
        CostCents = left.CostCents + right.CostCents,
    };
}

/// <summary>What became of the seats of a course, or of the people of an institution.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Offered">Seats of sessions that took place.</param>
/// <param name="Own">People of the institution that asks.</param>
/// <param name="Others">People of all others.</param>
public sealed record SeatGroup(string Key, int Offered, SeatUse Own, SeatUse Others)
{
    /// <summary>Everybody.</summary>
    public SeatUse All => Own + Others;
}
