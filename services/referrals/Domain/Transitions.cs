using System.Collections.Frozen;
using static Reseau.Referrals.Domain.ReferralAction;
using static Reseau.Referrals.Domain.ReferralState;
using static Reseau.Referrals.Domain.Side;

namespace Reseau.Referrals.Domain;

/// <summary>
/// The one table of what may happen to a referral: from a state, who does what, and the state it leads to. Everything
/// else is refused. Decider, API ("possible_actions"), documentation and tests read it; nothing repeats it.
/// </summary>
public static class Transitions
{
    /// <summary>One line of the table.</summary>
    public sealed record Transition(ReferralState From, Side Who, ReferralAction Action, ReferralState To);

    /// <summary>The table, by state.</summary>
    public static IReadOnlyList<Transition> Table { get; } =
    [
        new(Submitted, Recipient, Acknowledge, Acknowledged),
        new(Submitted, Recipient, Accept, Accepted),
        new(Submitted, Recipient, Decline, Declined),
        new(Submitted, Sender, Cancel, Cancelled),

        new(Acknowledged, Recipient, Accept, Accepted),
        new(Acknowledged, Recipient, Decline, Declined),
        new(Acknowledged, Sender, RequestCancellation, CancellationRequested),

        new(Accepted, Recipient, Schedule, Scheduled),
        new(Accepted, Recipient, Complete, Completed),
        new(Accepted, Recipient, Decline, Declined),
        new(Accepted, Sender, RequestCancellation, CancellationRequested),

        new(Scheduled, Recipient, Attended, InProgress),
        new(Scheduled, Recipient, ReferralAction.NoShow, ReferralState.NoShow),
        new(Scheduled, Recipient, Schedule, Scheduled),
        new(Scheduled, Recipient, Complete, Completed),
        new(Scheduled, Recipient, Decline, Declined),
        new(Scheduled, Sender, RequestCancellation, CancellationRequested),

        new(ReferralState.NoShow, Recipient, Schedule, Scheduled),
        new(ReferralState.NoShow, Recipient, Complete, Completed),
        new(ReferralState.NoShow, Recipient, Decline, Declined),
        new(ReferralState.NoShow, Sender, RequestCancellation, CancellationRequested),

        new(InProgress, Recipient, Schedule, Scheduled),
        new(InProgress, Recipient, Complete, Completed),
        new(InProgress, Sender, RequestCancellation, CancellationRequested),

        // Two phases: the work may already be done, and then its outcome is worth more than the wish to stop.
        new(CancellationRequested, Recipient, ConfirmCancellation, Cancelled),
        new(CancellationRequested, Recipient, Complete, Completed),
    ];

    private static readonly FrozenDictionary<(ReferralState, Side, ReferralAction), ReferralState> Lookup =
        Table.ToFrozenDictionary(t => (t.From, t.Who, t.Action), t => t.To);

    /// <summary>Where an action leads; null when the table has no such line.</summary>
    public static ReferralState? Next(ReferralState from, Side who, ReferralAction action) =>
        Lookup.TryGetValue((from, who, action), out var to) ? to : null;

    /// <summary>What a party may do now, in the order of the table.</summary>
    public static IEnumerable<ReferralAction> Possible(ReferralState from, Side who) =>
        Table.Where(t => t.From == from && t.Who == who).Select(t => t.Action);

    /// <summary>Whether nothing can happen any more.</summary>
    public static bool IsTerminal(ReferralState state) => state is Completed or Declined or Cancelled;
}
