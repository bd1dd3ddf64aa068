using Reseau.Kernel;
using Reseau.Kernel.Calendar;

namespace Reseau.Referrals.Domain;

/// <summary>What a party asks for, with the time and the facts the decision needs.</summary>
/// <param name="Who">Which party.</param>
/// <param name="Action">What.</param>
/// <param name="Now">When.</param>
public sealed record MoveReferral(Side Who, ReferralAction Action, DateTimeOffset Now)
{
    /// <summary>Codes of a refusal.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>When the person is expected.</summary>
    public DateTimeOffset? AppointmentAt { get; init; }

    /// <summary>Until when the person waits in line, or the work is paused.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether the place of the appointment differs from the one on record.</summary>
    public bool PlaceChanges { get; init; }

    /// <summary>How it ended.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>How the mediator worked.</summary>
    public Autonomy? Autonomy { get; init; }

    /// <summary>Where the person is passed on to.</summary>
    public Onward? Onward { get; init; }

    /// <summary>What a draft says from now on.</summary>
    public DraftContent? Written { get; init; }

    /// <summary>What a draft is sent with.</summary>
    public Sending? Sending { get; init; }

    /// <summary>Whether the very professional who sent it for the other side asks.</summary>
    public bool SentIt { get; init; }

    /// <summary>Who may see a note.</summary>
    public Visibility Visibility { get; init; } = Visibility.Shared;
}

/// <summary>The service a referral is sent to, as far as the referral service knows it from the directory.</summary>
/// <param name="Name"><c>services/{service}</c>.</param>
/// <param name="DisplayName">Its name.</param>
/// <param name="Institution">Institution id that answers.</param>
/// <param name="AcceptsReferrals">Whether it takes referrals now.</param>
public sealed record TargetService(string Name, string DisplayName, string Institution, bool AcceptsReferrals)
{
    /// <summary>Whether it said that it takes nobody.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Last day of that; null until it says otherwise.</summary>
    public DateOnly? ClosedUntil { get; init; }

    /// <summary>Id of the institution that has left the network, the one that answers or the one that sends; null while both are part of it.</summary>
    public string? Departed { get; init; }

    /// <summary>Whether it takes nobody on a day. A waiting list takes people: they wait there.</summary>
    public bool IsClosedOn(DateOnly day) => IsClosed && !(ClosedUntil < day);

    /// <summary>Département of its place; null when the directory does not know it.</summary>
    public string? Departement { get; init; }
}

/// <summary>All decisions about a referral: pure, with <see cref="Transitions"/> as the only authority on what may follow what.</summary>
public static class ReferralDecider
{
    /// <summary>How long after its end a referral can be taken up again.</summary>
    public static readonly TimeSpan ReopenWithin = TimeSpan.FromDays(30);

    /// <summary>Nobody is kept in line, or paused, for longer.</summary>
    public const int LongestWaitInDays = 366;

    /// <summary>Sends a person to a service.</summary>
    public static Decision<ReferralEvent> Submit(TargetService? target, string sender, string theme, Consent? consent, DateOnly today, SendingTerms terms)
    {
        if (consent is null) return new Refusal("CONSENT_MISSING", "A referral needs the consent of the person.");
        if (consent.Check(today) is { } invalid) return invalid;
        if (CannotReach(target, sender, today) is { } refused) return refused;
        if (consent.Check(today, target!.Name, target.Institution) is { } others) return others;
        if (terms.Check(target.Name, theme, today) is { } forbidden) return forbidden;
        return new ReferralSubmitted(new(target.Name, sender, target.Institution), target.DisplayName, theme, terms.Narrow(consent, today))
        {
            Departement = target.Departement,
            Policy = ReliedOn.Of(terms.Bond.On(today)),
        };
    }

    /// <summary>Why an institution cannot refer to a service; null when it can.</summary>
    /// <param name="target">The service; null when nobody knows it.</param>
    /// <param name="who">Institution id that refers.</param>
    /// <param name="today">The day it is.</param>
    internal static Refusal? CannotReach(TargetService? target, string who, DateOnly today)
    {
        if (target is null) return new Refusal("SERVICE_NOT_FOUND", "The service is not in the directory.");
        if (target.Departed is { } departed) return new Refusal("INSTITUTION_ARCHIVED", "One of the institutions has left the network.", ("service", target.Name), ("institution", $"institutions/{departed}"));
        if (!target.AcceptsReferrals) return new Refusal("SERVICE_TAKES_NO_REFERRALS", "The service takes no referrals.", ("service", target.Name));
        if (target.IsClosedOn(today)) return new Refusal("SERVICE_CLOSED", "The service takes nobody now.", [("service", target.Name), .. Until(target)]);
        // The same institution on both sides would judge its own delays; it needs no referral to act.
        if (target.Institution == who) return new Refusal("REFERRAL_TO_SELF", "An institution does not refer to itself.", ("service", target.Name));
        return null;
    }

    private static IEnumerable<(string, string)> Until(TargetService closed) =>
        closed.ClosedUntil is { } last ? [("until_date", last.ToString("O", System.Globalization.CultureInfo.InvariantCulture))] : [];

    /// <summary>Moves a referral, or refuses and says what is possible.</summary>
    public static Decision<ReferralEvent> Move(Referral current, MoveReferral command)
    {
        // To forget again changes nothing; all else would need the person's word, and name, anew.
        if (Forgotten(current) is { } forgotten) return ForgetsAgain(current, command) ? Decision.Nothing<ReferralEvent>() : forgotten;
        if (command is { Who: Side.Recipient, SentIt: true } && command.Action is not (ReferralAction.WithdrawConsent or ReferralAction.Note))
            return new Refusal("SAME_PROFESSIONAL", "Who sent a referral does not answer it for the other side.", ("referral", current.Name));
        // Two counsellors often click within the same minute; the second must see success, not an error.
        if (Repeats(current, command)) return Decision.Nothing<ReferralEvent>();
        // What another referral has taken over is settled there; the person's word reaches every copy, and a record is set right where it stands.
        if ((current.RedirectedTo is not null && command.Action is not (ReferralAction.WithdrawConsent or ReferralAction.Correct)) || Transitions.Next(current.State, current.Before, command.Who, command.Action) is not { } next) return NotAllowed(current, command);
        var (between, from) = (current.Submission.Parties, current.State);
        var today = FrenchDay.Of(command.Now);
        switch (command.Action)
        {
            case ReferralAction.Acknowledge: return new ReferralAcknowledged(between, from, next);
            case ReferralAction.Accept: return new ReferralAccepted(between, from, next);
            case ReferralAction.Decline: return new ReferralDeclined(between, from, next, command.Reasons);
            case ReferralAction.Schedule when command.AppointmentAt <= command.Now:
                return new Refusal("APPOINTMENT_IN_THE_PAST", "An appointment is booked in the future.", ("referral", current.Name));
            case ReferralAction.Schedule: return new ReferralScheduled(between, from, next, command.AppointmentAt!.Value);
            case ReferralAction.Attended: return new ReferralAttended(between, from, next);
            case ReferralAction.NoShow: return new ReferralMissed(between, from, next);
            case ReferralAction.Complete: return new ReferralCompleted(between, from, next, command.Outcome!.Value, command.Autonomy);
            case ReferralAction.Cancel: return new ReferralCancelled(between, from, next);
            case ReferralAction.RequestCancellation: return new ReferralCancellationRequested(between, from, next);
            case ReferralAction.ConfirmCancellation: return new ReferralCancellationConfirmed(between, from, next);
            case ReferralAction.RequestInformation: return new ReferralInformationRequested(between, from, next);
            case ReferralAction.ProvideInformation: return new ReferralInformationProvided(between, from, next);
            case ReferralAction.Waitlist or ReferralAction.Hold when command.Until <= today || command.Until > today.AddDays(LongestWaitInDays):
                return new Refusal("UNTIL_OUT_OF_RANGE", "Waiting ends on a day of the coming year.", ("referral", current.Name));
            case ReferralAction.Waitlist: return new ReferralWaitlisted(between, from, next, command.Until!.Value);
            case ReferralAction.Hold: return new ReferralHeld(between, from, next, command.Until!.Value);
            case ReferralAction.Resume: return new ReferralResumed(between, from, next);
            case ReferralAction.Start: return new ReferralStarted(between, from, next);
            case ReferralAction.CancelAppointment: return new ReferralAppointmentCancelled(between, from, next);
            case ReferralAction.Expire: return new ReferralExpired(between, from, next);
            case ReferralAction.Lapse: return new ReferralCancellationLapsed(between, from, next);
            case ReferralAction.Void: return new ReferralVoided(between, from, next);
            case ReferralAction.WithdrawConsent: return new ReferralConsentWithdrawn(between, from, next);
            case ReferralAction.Reopen when command.Now - current.ChangedAt > ReopenWithin:
                return new Refusal("REOPENED_TOO_LATE", "A referral can be taken up again within 30 days of its end.", ("referral", current.Name));
            case ReferralAction.Reopen when current.Submission.Consent.Check(today) is { } invalid: return invalid;
            case ReferralAction.Reopen: return new ReferralReopened(between, from, next);
            case ReferralAction.Redirect: return Redirecting.Decide(current, next, command);
            case ReferralAction.Note: return new ReferralNoted(between, command.Who, command.Visibility);
            case ReferralAction.Correct when !Fits(from, command): return new Refusal("CORRECTION_DOES_NOT_FIT", "What is corrected was never recorded.", ("referral", current.Name));
            case ReferralAction.Correct: return new ReferralCorrected(between, command.Who, command.Outcome, command.Autonomy, command.Reasons);
            case ReferralAction.Save: return Drafting.Write(between.Sender, command.Written ?? throw new ArgumentException("A draft says something.", nameof(command)));
            case ReferralAction.Submit: return Drafting.Send(current, command);
            case ReferralAction.Discard: return new ReferralDraftDiscarded(between, from, next);
            default: throw new ArgumentOutOfRangeException(nameof(command));
        }
    }

    /// <summary>Why nothing may be said any more of the person of a referral; null while their data are there.</summary>
    public static Refusal? Forgotten(Referral current) => current switch
    {
        { ConsentWithdrawnAt: not null } => new("CONSENT_WITHDRAWN", "The person took their consent back.", ("referral", current.Name)),
        { ErasedAt: not null } => new("REFERRAL_ERASED", "The personal data of the referral were erased.", ("referral", current.Name)),
        _ => null,
    };

    private static bool ForgetsAgain(Referral current, MoveReferral command) =>
        command.Action == ReferralAction.WithdrawConsent || (command.Action == ReferralAction.Discard && current.State == ReferralState.Voided && current.Submission.Consent == Consent.None);

    // The same party asks again for what already is, with the same facts.
    private static bool Repeats(Referral current, MoveReferral command) => (command.Who, command.Action, current.State) switch
    {
        (Side.Recipient, ReferralAction.Acknowledge, ReferralState.Acknowledged) => true,
        (Side.Recipient, ReferralAction.Accept, ReferralState.Accepted) => true,
        (Side.Recipient, ReferralAction.Decline, ReferralState.Declined) => current.DeclineReasons.SequenceEqual(command.Reasons, StringComparer.Ordinal),
        (Side.Recipient, ReferralAction.Schedule, ReferralState.Scheduled) => current.AppointmentAt == command.AppointmentAt && !command.PlaceChanges,
        (Side.Recipient, ReferralAction.Attended, ReferralState.InProgress) => true,
        (Side.Recipient, ReferralAction.NoShow, ReferralState.NoShow) => true,
        (Side.Recipient, ReferralAction.Complete, ReferralState.Completed) => current.Outcome == command.Outcome && current.Autonomy == command.Autonomy,
        (Side.Sender, ReferralAction.Cancel, ReferralState.Cancelled) => true,
        (Side.Sender, ReferralAction.RequestCancellation, ReferralState.CancellationRequested) => true,
        (Side.Recipient, ReferralAction.ConfirmCancellation, ReferralState.Cancelled) => true,
        (Side.Recipient, ReferralAction.RequestInformation, ReferralState.InformationRequested) => true,
        (Side.Recipient, ReferralAction.Waitlist, ReferralState.Waitlisted) => current.Until == command.Until,
        (Side.Recipient, ReferralAction.Start, ReferralState.InProgress) => true,
        (Side.Recipient, ReferralAction.Hold, ReferralState.OnHold) => current.Until == command.Until,
        (Side.Sender, ReferralAction.Void, ReferralState.Voided) => true,
        (Side.Sender, ReferralAction.Submit, ReferralState.Submitted) => true,
        (_, ReferralAction.Redirect, _) => current.RedirectedTo is { } next && Redirecting.Led(current, command.Who) && next.Service == command.Onward?.Target?.Name,
        _ => false,
    };

    // Only what the end of a referral says can be said otherwise.
    private static bool Fits(ReferralState state, MoveReferral command) =>
        (state == ReferralState.Completed || (command.Outcome is null && command.Autonomy is null)) && (state == ReferralState.Declined || command.Reasons.Count == 0);

    internal static Refusal NotAllowed(Referral current, MoveReferral command) => new(
        "REFERRAL_TRANSITION_NOT_ALLOWED", $"{command.Action} is not possible when the referral is {current.State}.",
        ("referral", current.Name), ("state", EnumNames.Of(current.State)), ("event", EnumNames.Of(command.Action)),
        ("possible", string.Join(", ", current.Possible(command.Who).Select(EnumNames.Of))));
}
