using Reseau.Referrals.Domain;

namespace Reseau.Referrals.Views;

/// <summary>The lists of an institution; numbers are those of the contract and of the tables.</summary>
public enum Worklist
{
    /// <summary>Everything, sent and received.</summary>
    All = 0,

    /// <summary>Received, waits for us.</summary>
    ToAnswer,

    /// <summary>Received, accepted, without appointment.</summary>
    ToBook,

    /// <summary>Received, under way.</summary>
    UnderWay,

    /// <summary>Received and closed.</summary>
    ReceivedClosed,

    /// <summary>Sent, nobody has answered.</summary>
    SentUnanswered,

    /// <summary>Sent, accepted, not closed.</summary>
    SentUnderWay,

    /// <summary>Sent and closed.</summary>
    SentClosed,

    /// <summary>Received, waits for the sender.</summary>
    WaitingForSender,

    /// <summary>Received, in line or paused.</summary>
    OnHold,

    /// <summary>Sent, waits for us.</summary>
    SentToComplete,

    /// <summary>Sent, in line or paused there.</summary>
    SentOnHold,

    /// <summary>Received, waits for us, and the day of the answer is past: the first of <see cref="ToAnswer"/>.</summary>
    Overdue,

    /// <summary>Sent, and nobody has answered in time: the first of <see cref="SentUnanswered"/>.</summary>
    SentOverdue,

    /// <summary>Received, expected today. A referral is there beside the list of its state.</summary>
    AppointmentsToday,

    /// <summary>Sent, expected there today.</summary>
    SentAppointmentsToday,

    /// <summary>Being written, seen by the sender alone.</summary>
    SentDrafts,
}

/// <summary>Which list a state belongs to, on each side.</summary>
public static class Worklists
{
    /// <summary>On no list, and so no value of the contract: a later referral of its chain stands there for it, or it is a draft and nobody waits for it.</summary>
    public const Worklist Nowhere = (Worklist)(-1);

    /// <summary>The recipient's list.</summary>
    public static Worklist OfRecipient(ReferralState state) => state switch
    {
        ReferralState.Draft => Nowhere,
        ReferralState.Submitted or ReferralState.Acknowledged or ReferralState.CancellationRequested => Worklist.ToAnswer,
        ReferralState.Accepted or ReferralState.NoShow => Worklist.ToBook,
        ReferralState.Scheduled or ReferralState.InProgress => Worklist.UnderWay,
        ReferralState.InformationRequested => Worklist.WaitingForSender,
        ReferralState.Waitlisted or ReferralState.OnHold => Worklist.OnHold,
        _ => Worklist.ReceivedClosed,
    };

    /// <summary>The sender's list.</summary>
    public static Worklist OfSender(ReferralState state) => state == ReferralState.Draft ? Worklist.SentDrafts : OfRecipient(state) switch
    {
        Worklist.ToAnswer => Worklist.SentUnanswered,
        Worklist.ReceivedClosed => Worklist.SentClosed,
        Worklist.WaitingForSender => Worklist.SentToComplete,
        Worklist.OnHold => Worklist.SentOnHold,
        _ => Worklist.SentUnderWay,
    };

    /// <summary>The lists of what was received and is open.</summary>
    public static IReadOnlyList<Worklist> OpenReceived { get; } = [Worklist.ToAnswer, Worklist.ToBook, Worklist.UnderWay, Worklist.WaitingForSender, Worklist.OnHold];

    /// <summary>The lists of what was sent and is open, and of what waits to be sent.</summary>
    public static IReadOnlyList<Worklist> OpenSent { get; } = [Worklist.SentUnanswered, Worklist.SentUnderWay, Worklist.SentToComplete, Worklist.SentOnHold, Worklist.SentDrafts];

    /// <summary>The list that another is the beginning of: those whose day is past come first in it. Any other list is its own.</summary>
    public static Worklist Whole(Worklist list) => list switch
    {
        Worklist.Overdue => Worklist.ToAnswer,
        Worklist.SentOverdue => Worklist.SentUnanswered,
        _ => list,
    };

    /// <summary>The lists of today's appointments.</summary>
    public static IReadOnlyList<Worklist> OfToday { get; } = [Worklist.AppointmentsToday, Worklist.SentAppointmentsToday];

    /// <summary>The lists that grow or shrink by themselves as time passes.</summary>
    public static IReadOnlyList<Worklist> OfTheMoment { get; } = [Worklist.Overdue, Worklist.SentOverdue, .. OfToday];

    /// <summary>Whether a list depends on the day.</summary>
    public static bool IsOfToday(Worklist list) => OfToday.Contains(list);

    /// <summary>Whether a list holds what the institution sent.</summary>
    public static bool IsSent(Worklist list) => list is Worklist.SentClosed or Worklist.SentOverdue or Worklist.SentAppointmentsToday || OpenSent.Contains(list);

    /// <summary>Whether those who have waited longest come first.</summary>
    public static bool OldestFirst(Worklist list) => Whole(list) is Worklist.SentUnanswered or Worklist.SentToComplete || OpenReceived.Contains(Whole(list));
}
