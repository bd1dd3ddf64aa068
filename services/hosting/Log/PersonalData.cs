using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;

namespace Reseau.Hosting.Log;

/// <summary>
/// Personal data of a subject (a referral), beside the log and never in it: encrypted with a key of the subject's own,
/// kept in another table. Erasing = deleting the key and the parts; the history stays and says nothing of the person.
/// </summary>
public static class PersonalData
{
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int KeySize = 32;

    /// <summary>A key for a subject that has none yet, for who seals something of it before its first part is written.</summary>
    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeySize);

    /// <summary>Writes one part within the caller's transaction; the subject's key is made at its first part.</summary>
    public static async Task SealAsync(LogDb db, string subject, string part, IMessage content, CancellationToken cancellation)
    {
        var queries = LogQueries.Of(db);
        // The same command may have made the key just before.
        var key = db.PersonalKeys.Local.FindEntry(subject)?.Entity ?? await queries.PersonalKey(db, subject, cancellation);
        var first = key is null;
        if (key is null) db.PersonalKeys.Add(key = new() { Subject = subject, Key = NewKey() });

        var plain = content.ToByteArray();
        var bytes = new byte[NonceSize + TagSize + plain.Length];
        RandomNumberGenerator.Fill(bytes.AsSpan(0, NonceSize));
        using var aes = new AesGcm(key.Key, TagSize);
        aes.Encrypt(bytes.AsSpan(0, NonceSize), plain, bytes.AsSpan(NonceSize + TagSize), bytes.AsSpan(NonceSize, TagSize), Context(subject, part));

        var row = first ? null : await queries.PersonalPart(db, subject, part, cancellation);
        if (row is null) db.PersonalParts.Add(new() { Subject = subject, Part = part, Sealed = bytes });
        else row.Sealed = bytes;
    }

    /// <summary>Reads the parts of some subjects; what was erased is absent.</summary>
    /// <param name="db">The service's database.</param>
    /// <param name="subjects">Resource names.</param>
    /// <param name="only">One part, or null for all of them.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<IReadOnlyDictionary<(string Subject, string Part), byte[]>> OpenAsync(
        LogDb db, IReadOnlyCollection<string> subjects, string? only, CancellationToken cancellation)
    {
        var parts = await db.PersonalParts.AsNoTracking()
            .Where(p => subjects.Contains(p.Subject) && (only == null || p.Part == only))
            .Join(db.PersonalKeys, p => p.Subject, k => k.Subject, (p, k) => new { p.Subject, p.Part, p.Sealed, k.Key })
            .ToListAsync(cancellation);
        return parts.ToDictionary(p => (p.Subject, p.Part), p => Open(p.Key, p.Sealed, Context(p.Subject, p.Part)));
    }

    /// <summary>
    /// Erases a subject within the caller's transaction. The key goes with the parts: a copy of the parts elsewhere never opens again,
    /// and nothing says any more which requests spoke of the person (<see cref="Fingerprints"/>).
    /// </summary>
    public static async Task EraseAsync(LogDb db, string subject, CancellationToken cancellation)
    {
        await db.PersonalKeys.Where(k => k.Subject == subject).ExecuteDeleteAsync(cancellation);
        await db.PersonalParts.Where(p => p.Subject == subject).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>The key of a subject, in the caller's transaction; null when nothing was ever written of it, or once erased.</summary>
    internal static async Task<byte[]?> KeyAsync(LogDb db, string subject, CancellationToken cancellation) =>
        // The same command may have made the key just before.
        (db.PersonalKeys.Local.FindEntry(subject)?.Entity ?? await LogQueries.Of(db).PersonalKey(db, subject, cancellation))?.Key;

    private static byte[] Open(byte[] key, byte[] bytes, byte[] context)
    {
        using var aes = new AesGcm(key, TagSize);
        var plain = new byte[bytes.Length - NonceSize - TagSize];
        aes.Decrypt(bytes.AsSpan(0, NonceSize), bytes.AsSpan(NonceSize + TagSize), bytes.AsSpan(NonceSize, TagSize), plain, context);
        return plain;
    }

    // Binds a ciphertext to its place: a part copied to another subject does not open.
    private static byte[] Context(string subject, string part) => Encoding.UTF8.GetBytes($"{subject}\n{part}");
}
