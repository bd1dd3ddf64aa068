namespace Reseau.Referrals.Domain;

/// <summary>What a document may be.</summary>
public enum AttachmentKind
{
    /// <summary>PDF.</summary>
    Pdf = 1,

    /// <summary>JPEG.</summary>
    Jpeg,

    /// <summary>PNG.</summary>
    Png,

    /// <summary>Office Open XML text.</summary>
    Docx,

    /// <summary>OpenDocument text.</summary>
    Odt,
}
