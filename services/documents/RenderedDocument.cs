using System.Security.Cryptography;

namespace Reseau.Documents;

/// <summary>The canonical document: the bytes that are signed.</summary>
/// <param name="Pdf">The file.</param>
/// <param name="Sha256">Its hash, in lower-case hexadecimal.</param>
/// <param name="Pages">How many pages it has.</param>
public sealed record RenderedDocument(byte[] Pdf, string Sha256, int Pages)
{
    /// <summary>Hash of a document as it is written everywhere: SHA-256 in lower-case hexadecimal.</summary>
    public static string HashOf(ReadOnlySpan<byte> document) => Convert.ToHexStringLower(SHA256.HashData(document));
}
