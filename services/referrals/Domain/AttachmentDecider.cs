using Reseau.Kernel;
using Reseau.Kernel.Calendar;

namespace Reseau.Referrals.Domain;

/// <summary>A document that a party joins, once its content is known to be what it should be.</summary>
/// <param name="Who">Which party.</param>
/// <param name="Visibility">Who may see it.</param>
/// <param name="Attachment">Its id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Size">Length in bytes.</param>
/// <param name="Scanned">Whether an antivirus has seen it.</param>
/// <param name="Now">When.</param>
public sealed record AttachFile(Side Who, Visibility Visibility, string Attachment, AttachmentKind Kind, long Size, bool Scanned, DateTimeOffset Now);

/// <summary>Whether a document may be joined: where a note may be written, within the consent, and not without end.</summary>
public static class AttachmentDecider
{
    /// <summary>Longest document, in bytes.</summary>
    public const long LargestSize = 10 << 20;

    /// <summary>How many documents each party may join: counted apart, so that one learns nothing of what the other keeps for itself.</summary>
    public const int MostOfOneSide = 20;

    /// <summary>Joins a document, or refuses.</summary>
    public static Decision<ReferralEvent> Attach(Referral current, AttachFile file)
    {
        if (Transitions.Next(current.State, current.Before, file.Who, ReferralAction.Note) is null)
            return ReferralDecider.NotAllowed(current, new(file.Who, ReferralAction.Note, file.Now));
        if (current.DocumentsOf(file.Who) >= MostOfOneSide)
            return new Refusal("TOO_MANY_ATTACHMENTS", $"A side joins {MostOfOneSide} documents at most.", ("referral", current.Name));
        if (file.Visibility == Visibility.Shared && Uncovered(current, file.Now) is { } refusal) return refusal;
        return new ReferralAttachmentAdded(current.Submission.Parties, file.Who, file.Visibility, file.Attachment, file.Kind, file.Size, file.Scanned);
    }

    private static Refusal? Uncovered(Referral current, DateTimeOffset now)
    {
        var consent = current.Submission.Consent;
        if (!consent.Covers(Consent.Attachments)) return new("ATTACHMENT_NOT_COVERED", "The person did not agree to share documents.", ("referral", current.Name));
        return consent.Check(FrenchDay.Of(now));
    }
}
