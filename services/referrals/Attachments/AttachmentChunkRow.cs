namespace Reseau.Referrals.Attachments;

/// <summary>One encrypted piece of a document.</summary>
public sealed class AttachmentChunkRow
{
    /// <summary>Referral it belongs to.</summary>
    public required string Subject { get; set; }

    /// <summary>Id of the document.</summary>
    public required string Attachment { get; set; }

    /// <summary>Its place, from 0.</summary>
    public int Number { get; set; }

    /// <summary>As <see cref="AttachmentCipher"/> writes it.</summary>
    public required byte[] Sealed { get; set; }
}
