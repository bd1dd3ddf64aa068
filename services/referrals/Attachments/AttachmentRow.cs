namespace Reseau.Referrals.Attachments;

/// <summary>A document beside the log. Until it is complete it belongs to nothing: an upload that broke off leaves one to sweep.</summary>
public sealed class AttachmentRow
{
    /// <summary>Referral it belongs to.</summary>
    public required string Subject { get; set; }

    /// <summary>Id within the referral.</summary>
    public required string Attachment { get; set; }

    /// <summary>When its upload began.</summary>
    public DateTimeOffset StartedAt { get; set; }

    /// <summary>Whether an event names it.</summary>
    public bool Complete { get; set; }

    /// <summary>How many pieces it has.</summary>
    public int Chunks { get; set; }
}
