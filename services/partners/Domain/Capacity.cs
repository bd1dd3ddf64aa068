namespace Reseau.Partners.Domain;

/// <summary>Whether a service can take somebody now, as its institution says.</summary>
public sealed record Capacity
{
    public required CapacityState State { get; init; }

    /// <summary>Last day of the waiting list or of the closing; from the next day on the service counts as open. Null: until said otherwise.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Places left, where they are counted; 0 means no room while the state is open.</summary>
    public int? Seats { get; init; }

    /// <summary>The next day somebody can be received.</summary>
    public DateOnly? NextFreeOn { get; init; }

    /// <summary>The state on a day, once what was limited in time is over.</summary>
    public CapacityState StateOn(DateOnly day) => Until is { } last && day > last ? CapacityState.Open : State;

    /// <summary>Whether somebody can be taken on a day. Nothing was said: nothing speaks against it, and the caller decides (<paramref name="capacity"/> null).</summary>
    public static bool HasRoom(Capacity? capacity, DateOnly day) =>
        capacity is null || (capacity.StateOn(day) == CapacityState.Open && capacity.Seats is not 0);
}

/// <summary>Whether a service takes people.</summary>
public enum CapacityState
{
    Open = 1,

    /// <summary>People are noted down and called back.</summary>
    WaitingList = 2,

    Closed = 3,
}
