using Reseau.Kernel;

namespace Reseau.Referrals.Rpc;

/// <summary>The name of a document: <c>referrals/{referral}/attachments/{attachment}</c>.</summary>
/// <param name="Referral"><c>referrals/{referral}</c>.</param>
/// <param name="Id">Id within the referral.</param>
internal readonly record struct AttachmentName(string Referral, string Id)
{
    private const string Between = "/attachments/";

    /// <summary>Reads a name, or notes a violation.</summary>
    public static AttachmentName Parse(string text, Violations violations)
    {
        var cut = text.IndexOf(Between, StringComparison.Ordinal);
        var referral = ResourceName.Parse(cut < 0 ? "" : text[..cut], "referrals", "name", violations);
        return new(referral.ToString(), cut < 0 ? "" : text[(cut + Between.Length)..]);
    }

    /// <inheritdoc />
    public override string ToString() => Referral + Between + Id;
}
