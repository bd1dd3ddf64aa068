using System.Collections.Frozen;
using static Reseau.Training.Domain.Sessions.EnrolmentAction;
using static Reseau.Training.Domain.Sessions.EnrolmentState;
using static Reseau.Training.Domain.Sessions.SessionSide;

namespace Reseau.Training.Domain.Sessions;

/// <summary>
/// The one table of what may happen to an enrolment: from a state, who does what, and the state it leads to. Everything else is refused.
/// <code>
/// (none) → REQUESTED → WAITING → ENROLLED → ATTENDED, ATTENDED_PARTLY, ABSENT
///              │ REFUSED   └────────┴── WITHDRAWN, CANCELLED; WAITING and REQUESTED → NOT_SERVED
/// </code>
/// </summary>
public static class EnrolmentTransitions
{
    /// <summary>One line of the table.</summary>
    /// <param name="From">State before; null for nobody's enrolment yet.</param>
    /// <param name="Who">In what capacity.</param>
    /// <param name="Action">What.</param>
    /// <param name="To">State after; null where it depends: on a free seat and the manager's word, or on who came.</param>
    public sealed record Transition(EnrolmentState? From, SessionSide Who, EnrolmentAction Action, EnrolmentState? To);

    private static readonly EnrolmentState?[] Free = [null, Refused, Withdrawn];
    private static readonly EnrolmentState[] Live = [Requested, Waiting, Enrolled];
    private static readonly SessionSide[] Anybody = [Organiser, Person, Manager];

    /// <summary>The table.</summary>
    public static IReadOnlyList<Transition> Table { get; } =
    [
        // Who was refused or gave their seat back may ask again, at the end of the line.
        .. Free.SelectMany(from => ((SessionSide[])[Person, Manager]).Select(who => new Transition(from, who, Enrol, null))),

        new(Requested, Manager, Approve, null),
        new(Requested, Manager, Refuse, Refused),
        .. Live.SelectMany(from => Anybody.Select(who => new Transition(from, who, Withdraw, Withdrawn))),

        new(Waiting, Clock, GiveSeat, Enrolled),
        .. Live.Select(from => new Transition(from, Clock, EnrolmentAction.Cancel, EnrolmentState.Cancelled)),
        new(Requested, Clock, Begin, NotServed),
        new(Waiting, Clock, Begin, NotServed),

        new(Enrolled, Organiser, RecordAttendance, Enrolled),
        new(Enrolled, Clock, Close, null),

        // Hot: also before the organiser has closed the session.
        .. ((EnrolmentState[])[Enrolled, Attended, AttendedPartly]).Select(from => new Transition(from, Person, Evaluate, from)),
    ];

    private static readonly FrozenDictionary<(EnrolmentState?, SessionSide, EnrolmentAction), EnrolmentState?> Lookup =
        Table.ToFrozenDictionary(line => (line.From, line.Who, line.Action), line => line.To);

    /// <summary>Whether the table has such a line.</summary>
    /// <param name="from">State now; null for none.</param>
    /// <param name="who">In what capacities the caller may act.</param>
    /// <param name="action">What it does.</param>
    /// <param name="to">Where it leads; null where it depends.</param>
    public static bool TryFind(EnrolmentState? from, IEnumerable<SessionSide> who, EnrolmentAction action, out EnrolmentState? to)
    {
        foreach (var side in who)
        {
            if (Lookup.TryGetValue((from, side, action), out to)) return true;
        }
        to = null;
        return false;
    }

    /// <summary>What can be done in some capacities, in the order of the actions.</summary>
    public static IEnumerable<EnrolmentAction> Possible(EnrolmentState? from, IReadOnlyCollection<SessionSide> who) =>
        Table.Where(line => line.From == from && who.Contains(line.Who)).Select(line => line.Action).Distinct().Order();

    /// <summary>Whether somebody may do it in some state: otherwise it is not their business, and nothing is told of the state.</summary>
    public static bool IsEverAllowed(IReadOnlyCollection<SessionSide> who, EnrolmentAction action) => Table.Any(line => line.Action == action && who.Contains(line.Who));

    /// <summary>Whether somebody may still come to have a seat, or has one.</summary>
    public static bool IsLive(EnrolmentState state) => Live.Contains(state);
}
