using Reseau.Referrals.Domain;

namespace Reseau.Referrals.Attachments;

/// <summary>A document that has arrived whole.</summary>
/// <param name="Name">Its name, with an extension that is true.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Size">Length in bytes.</param>
/// <param name="Hash">SHA-256 of its content.</param>
/// <param name="Scanned">Whether an antivirus has seen it.</param>
internal sealed record ReceivedFile(string Name, AttachmentKind Kind, long Size, byte[] Hash, bool Scanned);
