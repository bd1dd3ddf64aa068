using System.Collections.Frozen;
using static Reseau.Training.Domain.Sessions.SessionAction;
using static Reseau.Training.Domain.Sessions.SessionSide;
using static Reseau.Training.Domain.Sessions.SessionState;

namespace Reseau.Training.Domain.Sessions;

/// <summary>
/// The one table of what may happen to a session: from a state, who does what, and the state it leads to. Everything else is refused.
/// Decider, API ("possible") and tests read it; nothing repeats it.
/// </summary>
public static class SessionTransitions
{
    /// <summary>One line of the table.</summary>
    /// <param name="From">State before.</param>
    /// <param name="Who">In what capacity.</param>
    /// <param name="Action">What.</param>
    /// <param name="To">State after.</param>
    public sealed record Transition(SessionState From, SessionSide Who, SessionAction Action, SessionState To);

    /// <summary>The table, by state.</summary>
    public static IReadOnlyList<Transition> Table { get; } =
    [
        new(Draft, Organiser, Update, Draft),
        new(Draft, Organiser, SessionAction.Open, SessionState.Open),
        new(Draft, Organiser, Cancel, Cancelled),

        new(SessionState.Open, Organiser, Update, SessionState.Open),
        new(SessionState.Open, Organiser, Cancel, Cancelled),
        new(SessionState.Open, Organiser, RecordAttendance, SessionState.Open),
        new(SessionState.Open, Organiser, Close, Closed),
        new(SessionState.Open, Clock, Release, SessionState.Open),
        new(SessionState.Open, Clock, Remind, SessionState.Open),
        new(SessionState.Open, Clock, Begin, SessionState.Open),
    ];

    private static readonly FrozenDictionary<(SessionState, SessionSide, SessionAction), SessionState> Lookup =
        Table.ToFrozenDictionary(line => (line.From, line.Who, line.Action), line => line.To);

    /// <summary>Whether the table has such a line, and where it leads.</summary>
    public static bool TryFind(SessionState from, SessionSide who, SessionAction action, out SessionState to) => Lookup.TryGetValue((from, who, action), out to);

    /// <summary>What can be done in a capacity, in the order of the actions.</summary>
    public static IEnumerable<SessionAction> Possible(SessionState from, SessionSide who) =>
        Table.Where(line => line.From == from && line.Who == who).Select(line => line.Action).Order();
}
