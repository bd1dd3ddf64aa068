using System.Collections.Frozen;
using static Reseau.Conventions.Domain.ConventionAction;
using static Reseau.Conventions.Domain.ConventionState;
using static Reseau.Conventions.Domain.Side;

namespace Reseau.Conventions.Domain;

/// <summary>
/// The one table of what may happen to a convention: from a state, who does what, and the state it leads to. Everything else is
/// refused. Decider, API ("possible"), documentation and tests read it; nothing repeats it.
/// </summary>
public static class Transitions
{
    /// <summary>One line of the table.</summary>
    /// <param name="From">State before.</param>
    /// <param name="Who">In what capacity.</param>
    /// <param name="Action">What.</param>
    /// <param name="To">State after; null where it depends: the last signature, and the end of a suspension, lead to ACTIVE or EXPIRING; a departure to TERMINATED when fewer than two are left.</param>
    public sealed record Transition(ConventionState From, Side Who, ConventionAction Action, ConventionState? To);

    private static readonly ConventionState[] InNegotiation = [Proposed, PartiallySigned];
    private static readonly ConventionState[] Signed = [Active, Expiring, Suspended];

    /// <summary>The table, by state.</summary>
    public static IReadOnlyList<Transition> Table { get; } =
    [
        new(Draft, Author, Update, Draft),
        new(Draft, Author, Propose, Proposed),
        new(Draft, Author, Withdraw, Withdrawn),

        // A changed text is nobody's word any more: whoever signed the one before signs again.
        .. InNegotiation.SelectMany(state => ((Side[])[Author, Side.Party]).Select(who => new Transition(state, who, Update, Proposed))),
        .. InNegotiation.SelectMany(state => Stays(state, Comment, Author, Side.Party)),
        .. InNegotiation.Select(state => new Transition(state, Side.Party, Sign, null)),
        .. InNegotiation.Select(state => new Transition(state, Side.Party, Decline, Declined)),
        .. InNegotiation.Select(state => new Transition(state, Author, Withdraw, Withdrawn)),
        .. InNegotiation.Select(state => new Transition(state, Clock, Lapse, Withdrawn)),
        .. InNegotiation.Select(state => new Transition(state, Clock, Depart, Withdrawn)),

        new(Active, Side.Party, Suspend, Suspended),
        new(Expiring, Side.Party, Suspend, Suspended),
        new(Suspended, Side.Party, Resume, null),
        new(Active, Clock, ComeNear, Expiring),
        .. Signed.Select(state => new Transition(state, Side.Party, Terminate, Terminated)),
        .. Signed.Select(state => new Transition(state, Clock, Expire, Expired)),
        .. Signed.Select(state => new Transition(state, Clock, Depart, null)),

        .. Signed.SelectMany(state => Stays(state, Amend, Author, Side.Party)),
        .. Signed.Append(Expired).SelectMany(state => Stays(state, Renew, Author, Side.Party)),
        .. Signed.Append(Expired).Select(state => new Transition(state, Clock, Supersede, Superseded)),

        // Conditions are evidenced before everybody signs; money is paid after the end too.
        .. InNegotiation.Concat(Signed).SelectMany(state => Stays(state, KeepCommitment, Side.Party)),
        .. InNegotiation.Concat(Signed).SelectMany(state => Stays(state, ReachStep, Author, Side.Party)),
        .. Signed.Concat([Expired, Terminated]).SelectMany(state => Stays(state, RecordPayment, Author, Side.Party)),
    ];

    private static readonly FrozenDictionary<(ConventionState, Side, ConventionAction), ConventionState?> Lookup =
        Table.ToFrozenDictionary(line => (line.From, line.Who, line.Action), line => line.To);

    /// <summary>Whether the table has such a line.</summary>
    /// <param name="from">State now.</param>
    /// <param name="who">In what capacities the caller may act.</param>
    /// <param name="action">What it does.</param>
    /// <param name="to">Where it leads; null where it depends.</param>
    public static bool TryFind(ConventionState from, IEnumerable<Side> who, ConventionAction action, out ConventionState? to)
    {
        foreach (var side in who)
        {
            if (Lookup.TryGetValue((from, side, action), out to)) return true;
        }
        to = null;
        return false;
    }

    /// <summary>What can be done in some capacities, in the order of the actions.</summary>
    public static IEnumerable<ConventionAction> Possible(ConventionState from, IReadOnlyCollection<Side> who) =>
        Table.Where(line => line.From == from && who.Contains(line.Who)).Select(line => line.Action).Distinct().Order();

    /// <summary>Whether all parties signed it and it is not over: it binds from its first to its last day, unless it is suspended.</summary>
    public static bool IsSigned(ConventionState state) => Signed.Contains(state);

    private static IEnumerable<Transition> Stays(ConventionState state, ConventionAction action, params Side[] who) =>
        who.Select(side => new Transition(state, side, action, state));
}
