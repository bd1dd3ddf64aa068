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
}

/// <summary>Which list a state belongs to, on each side.</summary>
public static class Worklists
{
    /// <summary>The recipient's list.</summary>
    public static Worklist OfRecipient(ReferralState state) => state switch
    {
        ReferralState.Submitted or ReferralState.Acknowledged or ReferralState.CancellationRequested => Worklist.ToAnswer,
        ReferralState.Accepted or ReferralState.NoShow => Worklist.ToBook,
        ReferralState.Scheduled or ReferralState.InProgress => Worklist.UnderWay,
        _ => Worklist.ReceivedClosed,
    };

    /// <summary>The sender's list.</summary>
    public static Worklist OfSender(ReferralState state) => OfRecipient(state) switch
    {
        Worklist.ToAnswer => Worklist.SentUnanswered,
        Worklist.ReceivedClosed => Worklist.SentClosed,
        _ => Worklist.SentUnderWay,
    };

    /// <summary>Whether a list holds what the institution sent.</summary>
    public static bool IsSent(Worklist list) => list >= Worklist.SentUnanswered;

    /// <summary>Whether those who have waited longest come first.</summary>
    public static bool OldestFirst(Worklist list) => list is Worklist.ToAnswer or Worklist.ToBook or Worklist.UnderWay or Worklist.SentUnanswered;
}
