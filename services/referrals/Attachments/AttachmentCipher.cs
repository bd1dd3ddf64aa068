using System.Security.Cryptography;
using System.Text;

namespace Reseau.Referrals.Attachments;

/// <summary>
/// Encrypts a document piece by piece with the key of its referral: AES-256-GCM, nonce (12), tag (16), ciphertext. Each piece is
/// bound to its referral, document and place and says whether it is the last: pieces that are swapped, taken from another document
/// or cut off do not open.
/// </summary>
internal sealed class AttachmentCipher(byte[] key, string referral, string attachment) : IDisposable
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly AesGcm _aes = new(key, TagSize);

    public byte[] Seal(ReadOnlySpan<byte> plain, int number, bool last)
    {
        var bytes = new byte[NonceSize + TagSize + plain.Length];
        RandomNumberGenerator.Fill(bytes.AsSpan(0, NonceSize));
        _aes.Encrypt(bytes.AsSpan(0, NonceSize), plain, bytes.AsSpan(NonceSize + TagSize), bytes.AsSpan(NonceSize, TagSize), Place(number, last));
        return bytes;
    }

    /// <exception cref="CryptographicException">The piece is not what was sealed in this place.</exception>
    public byte[] Open(byte[] bytes, int number, bool last)
    {
        var plain = new byte[bytes.Length - NonceSize - TagSize];
        _aes.Decrypt(bytes.AsSpan(0, NonceSize), bytes.AsSpan(NonceSize + TagSize), bytes.AsSpan(NonceSize, TagSize), plain, Place(number, last));
        return plain;
    }

    public void Dispose() => _aes.Dispose();

    private byte[] Place(int number, bool last) =>
        Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{referral}\nattachment:{attachment}\n{number}\n{(last ? "last" : "more")}"));
}
