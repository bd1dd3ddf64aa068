using Reseau.Kernel;
using Reseau.Kernel.Calendar;

namespace Reseau.Referrals.Domain;

/// <summary>What the log keeps of a draft: all else is of the person, and lies beside it.</summary>
/// <param name="Service"><c>services/{service}</c>; empty while none is chosen.</param>
/// <param name="Target">That service; null when nobody knows it.</param>
/// <param name="Theme">Theme of the need; empty while none is chosen.</param>
public sealed record DraftContent(string Service, TargetService? Target, string Theme);

/// <summary>What a draft is sent with: read from what was written, judged as anything that is sent.</summary>
/// <param name="Target">The service; null when nobody knows it.</param>
/// <param name="Theme">Theme of the need.</param>
/// <param name="Consent">What the person agreed to; null when they did not.</param>
/// <param name="Terms">What the conventions between the two say.</param>
public sealed record Sending(TargetService? Target, string Theme, Consent? Consent, SendingTerms Terms);

/// <summary>
/// Writing a referral before it is sent: the working copy of one institution. It needs no consent, because nobody else learns of it,
/// and it ends by being sent, thrown away or forgotten.
/// <code>
/// (nothing) → DRAFT ⟲ Save ── Submit → SUBMITTED
///               └─ Discard, or days without a word → VOIDED, erased
/// </code>
/// </summary>
public static class Drafting
{
    /// <summary>Writes a draft, for the first time or anew. Whatever is missing may come later; a service that nobody knows never does.</summary>
    /// <param name="sender">Institution id that writes.</param>
    /// <param name="draft">What was written.</param>
    public static Decision<ReferralEvent> Write(string sender, DraftContent draft) => draft.Service.Length > 0 && draft.Target is null
        ? new Refusal("SERVICE_NOT_FOUND", "The service is not in the directory.")
        : new ReferralDrafted(new(draft.Service, sender, ""), draft.Target?.DisplayName ?? "", draft.Theme);

    /// <summary>Sends a draft by the rules of every other submission.</summary>
    /// <param name="current">The draft.</param>
    /// <param name="command">With what it is sent.</param>
    public static Decision<ReferralEvent> Send(Referral current, MoveReferral command)
    {
        if (command.Sending is not { } sending) throw new ArgumentException("A draft is sent with what it says.", nameof(command));
        // Who saved it since the conventions were asked may have chosen a service that they do not allow.
        if (sending.Terms.Service is { } asked && asked != current.Submission.Parties.Service)
            return new Refusal(CommonReasons.StaleEtag, "The resource changed since it was read.", ("resource", current.Name));
        return ReferralDecider.Submit(sending.Target, current.Submission.Parties.Sender, sending.Theme, sending.Consent, FrenchDay.Of(command.Now), sending.Terms);
    }

    /// <summary>Whether a draft that was last written then is forgotten now: the last day counts to its end.</summary>
    public static bool IsForgotten(DateTimeOffset writtenAt, int days, DateTimeOffset now) => FrenchDay.Of(writtenAt).AddDays(days) < FrenchDay.Of(now);

    /// <summary>No draft written at or after this instant is forgotten: what a query may leave aside. Days differ by an hour.</summary>
    public static DateTimeOffset NoneAfter(int days, DateTimeOffset now) => now.AddDays(1 - days);

    /// <summary>Throws a draft away whose time is over; nothing for any other referral.</summary>
    public static Decision<ReferralEvent> Forget(Referral current, int days, DateTimeOffset now) =>
        current.State == ReferralState.Draft && IsForgotten(current.ChangedAt, days, now)
            ? ReferralDecider.Move(current, new(Side.Clock, ReferralAction.Discard, now))
            : Decision.Nothing<ReferralEvent>();
}
