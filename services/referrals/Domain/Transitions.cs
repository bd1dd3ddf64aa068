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
    /// <param name="From">State before.</param>
    /// <param name="Who">Which party, or the clock.</param>
    /// <param name="Action">What it does.</param>
    /// <param name="To">State after; null for the state that this one interrupted.</param>
    public sealed record Transition(ReferralState From, Side Who, ReferralAction Action, ReferralState? To);

    /// <summary>The table, by state.</summary>
    public static IReadOnlyList<Transition> Table { get; } =
    [
        // Nobody but the sender knows of it: nothing was agreed to that could be withdrawn, and nobody reads a note.
        new(Draft, Sender, Save, Draft),
        new(Draft, Sender, Submit, Submitted),
        new(Draft, Sender, Discard, Voided),
        new(Draft, Clock, Discard, Voided),

        new(Submitted, Recipient, Acknowledge, Acknowledged),
        new(Submitted, Recipient, Accept, Accepted),
        new(Submitted, Recipient, RequestInformation, InformationRequested),
        new(Submitted, Recipient, Waitlist, Waitlisted),
        new(Submitted, Recipient, Decline, Declined),
        new(Submitted, Recipient, Redirect, Redirected),
        new(Submitted, Sender, Cancel, Cancelled),
        new(Submitted, Sender, ReferralAction.Void, Voided),
        new(Submitted, Clock, Expire, Expired),

        new(Acknowledged, Recipient, Accept, Accepted),
        new(Acknowledged, Recipient, RequestInformation, InformationRequested),
        new(Acknowledged, Recipient, Waitlist, Waitlisted),
        new(Acknowledged, Recipient, Decline, Declined),
        new(Acknowledged, Recipient, Redirect, Redirected),
        new(Acknowledged, Sender, RequestCancellation, CancellationRequested),
        new(Acknowledged, Clock, Expire, Expired),

        new(InformationRequested, Sender, ProvideInformation, null),
        new(InformationRequested, Recipient, Decline, Declined),
        new(InformationRequested, Recipient, Redirect, Redirected),
        new(InformationRequested, Sender, Cancel, Cancelled),
        new(InformationRequested, Clock, Expire, Expired),

        new(Waitlisted, Recipient, Accept, Accepted),
        new(Waitlisted, Recipient, RequestInformation, InformationRequested),
        new(Waitlisted, Recipient, Decline, Declined),
        new(Waitlisted, Recipient, Redirect, Redirected),
        new(Waitlisted, Sender, Cancel, Cancelled),
        new(Waitlisted, Clock, Expire, Expired),

        new(Accepted, Recipient, Schedule, Scheduled),
        new(Accepted, Recipient, Start, InProgress),
        new(Accepted, Recipient, Hold, OnHold),
        new(Accepted, Recipient, Complete, Completed),
        new(Accepted, Recipient, Decline, Declined),
        new(Accepted, Recipient, Redirect, Redirected),
        new(Accepted, Sender, RequestCancellation, CancellationRequested),

        new(Scheduled, Recipient, Attended, InProgress),
        new(Scheduled, Recipient, ReferralAction.NoShow, ReferralState.NoShow),
        new(Scheduled, Recipient, Schedule, Scheduled),
        new(Scheduled, Recipient, CancelAppointment, Accepted),
        new(Scheduled, Recipient, Complete, Completed),
        new(Scheduled, Recipient, Decline, Declined),
        new(Scheduled, Sender, RequestCancellation, CancellationRequested),

        new(ReferralState.NoShow, Recipient, Schedule, Scheduled),
        new(ReferralState.NoShow, Recipient, Complete, Completed),
        new(ReferralState.NoShow, Recipient, Decline, Declined),
        new(ReferralState.NoShow, Sender, RequestCancellation, CancellationRequested),

        new(InProgress, Recipient, Schedule, Scheduled),
        new(InProgress, Recipient, Hold, OnHold),
        new(InProgress, Recipient, Complete, Completed),
        new(InProgress, Recipient, Redirect, Redirected),
        new(InProgress, Sender, RequestCancellation, CancellationRequested),

        new(OnHold, Recipient, Resume, null),
        new(OnHold, Recipient, Complete, Completed),
        new(OnHold, Recipient, Decline, Declined),
        new(OnHold, Sender, RequestCancellation, CancellationRequested),

        // Two phases: the work may already be done, and then its outcome is worth more than the wish to stop.
        new(CancellationRequested, Recipient, ConfirmCancellation, Cancelled),
        new(CancellationRequested, Recipient, Complete, Completed),
        new(CancellationRequested, Clock, Lapse, Cancelled),

        // What was entered in error concerns nobody: it is not taken up again.
        new(Completed, Recipient, Reopen, InProgress),
        new(Declined, Recipient, Reopen, InProgress),
        new(Cancelled, Recipient, Reopen, InProgress),
        new(Expired, Recipient, Reopen, InProgress),

        // The refusal, or the silence, stays what it is: it is answered by a new referral, which the sender follows instead.
        new(Declined, Sender, Redirect, Declined),
        new(Expired, Sender, Redirect, Expired),

        // The person may take their word back at any time, from whomever they meet.
        .. Enum.GetValues<ReferralState>().Where(IsSent).SelectMany(Withdrawals),

        // Something can be said wherever a referral stands, and once it is closed, set right: neither moves it.
        .. Enum.GetValues<ReferralState>().Where(IsSent).SelectMany(Remarks),
    ];

    private static readonly FrozenDictionary<(ReferralState, Side, ReferralAction), ReferralState?> Lookup =
        Table.ToFrozenDictionary(t => (t.From, t.Who, t.Action), t => t.To);

    /// <summary>Where an action leads; null when the table has no such line.</summary>
    /// <param name="from">State now.</param>
    /// <param name="before">The state that it interrupted, if it did.</param>
    /// <param name="who">Which party.</param>
    /// <param name="action">What it does.</param>
    public static ReferralState? Next(ReferralState from, ReferralState? before, Side who, ReferralAction action) =>
        Lookup.TryGetValue((from, who, action), out var to) ? to ?? before : null;

    /// <summary>The state that the one a move leads to interrupts or ends; null when that does not matter.</summary>
    /// <param name="from">State the move leaves.</param>
    /// <param name="before">The state that one had interrupted.</param>
    /// <param name="to">State the move leads to.</param>
    public static ReferralState? Before(ReferralState from, ReferralState? before, ReferralState to) => to switch
    {
        InformationRequested or OnHold or CancellationRequested => from,
        // What was cancelled already stays cancelled from where it was, when the consent is withdrawn later.
        Cancelled => from is CancellationRequested or Cancelled ? before : from,
        _ => null,
    };

    /// <summary>What a party may do now, in the order of the table.</summary>
    /// <param name="from">State now.</param>
    /// <param name="who">Which party.</param>
    /// <param name="isElsewhere">Whether another referral has taken this one's place: then the person's word still counts here, and what was recorded can be set right.</param>
    /// <param name="isErased">Whether the file is erased: then nothing is left to do.</param>
    public static IEnumerable<ReferralAction> Possible(ReferralState from, Side who, bool isElsewhere = false, bool isErased = false) => isErased
        ? []
        : Table.Where(t => t.From == from && t.Who == who && (!isElsewhere || t.Action is WithdrawConsent or Correct)).Select(t => t.Action);

    // What is closed stays as it ended: only the person is forgotten.
    private static IEnumerable<Transition> Withdrawals(ReferralState from) =>
        ((Side[])[Sender, Recipient]).Select(who => new Transition(from, who, WithdrawConsent, IsTerminal(from) ? from : Cancelled));

    private static IEnumerable<Transition> Remarks(ReferralState from) =>
        ((Side[])[Sender, Recipient]).Select(who => new Transition(from, who, IsTerminal(from) ? Correct : Note, from));

    /// <summary>Whether it was sent: then there is somebody else who may know of it.</summary>
    public static bool IsSent(ReferralState state) => state != Draft;

    /// <summary>Whether it is closed: nothing is left to do, though what was closed may be taken up again.</summary>
    public static bool IsTerminal(ReferralState state) => state is Completed or Declined or Redirected or Expired or Cancelled or Voided;
}
