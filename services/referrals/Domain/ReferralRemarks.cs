namespace Reseau.Referrals.Domain;

/// <summary>A party said something, or joined it; the referral did not move.</summary>
/// <param name="Parties">Between whom.</param>
/// <param name="By">Which party: with <see cref="Parties"/>, the event alone tells who may see it.</param>
/// <param name="Visibility">Who may see it.</param>
public abstract record ReferralRemark(Parties Parties, Side By, Visibility Visibility) : ReferralEvent(Parties)
{
    /// <summary>Whether an event is for one institution alone.</summary>
    public static bool IsInternal(ReferralEvent happened) => happened is ReferralRemark { Visibility: Visibility.Internal };

    /// <summary>Whether an event may be seen by a party.</summary>
    public static bool IsVisibleTo(Side reader, ReferralEvent happened)
    {
        if (ReferralDrafted.IsOfDraft(happened)) return reader == Side.Sender;
        return !IsInternal(happened) || ((ReferralRemark)happened).By == reader;
    }
}

/// <summary>A note was written.</summary>
public sealed record ReferralNoted(Parties Parties, Side By, Visibility Visibility) : ReferralRemark(Parties, By, Visibility);

/// <summary>A document was joined; its name lies with what was said, its content beside the log.</summary>
/// <param name="Parties">Between whom.</param>
/// <param name="By">Which party.</param>
/// <param name="Visibility">Who may see it.</param>
/// <param name="Attachment">Its id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Size">Length in bytes.</param>
/// <param name="Scanned">Whether an antivirus has seen it.</param>
public sealed record ReferralAttachmentAdded(Parties Parties, Side By, Visibility Visibility, string Attachment, AttachmentKind Kind, long Size, bool Scanned)
    : ReferralRemark(Parties, By, Visibility)
{
    /// <summary><c>referrals/{referral}</c> that it came along from; null for one that was joined here.</summary>
    public string? BroughtFrom { get; init; }
}

/// <summary>What is recorded of a closed referral was set right; what was recorded before stays in the log.</summary>
/// <param name="Parties">Between whom.</param>
/// <param name="By">Which party.</param>
/// <param name="Outcome">How it really ended; null as recorded.</param>
/// <param name="Autonomy">How the mediator really worked; null as recorded.</param>
/// <param name="Reasons">Why it was really refused; empty as recorded.</param>
public sealed record ReferralCorrected(Parties Parties, Side By, Outcome? Outcome, Autonomy? Autonomy, IReadOnlyList<string> Reasons) : ReferralEvent(Parties);
