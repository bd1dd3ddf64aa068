using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Referrals.Domain;
using Reseau.Referrals.Views;

namespace Reseau.Referrals.Attachments;

/// <summary>
/// A document on its way in: looked at, scanned, encrypted and set aside as it comes. It holds a few pieces at a time, never the
/// whole, and short transactions let others write between them.
/// </summary>
internal sealed class AttachmentUpload(ILogWriter<ReferralsDb> writer, AttachmentRow row, string fileName, byte[] key) : IAsyncDisposable
{
    private const int ChunkSize = 64 * 1024;
    private const int ChunksPerTransaction = 4;

    private readonly FileSniffer _sniffer = new();
    private readonly AttachmentCipher _cipher = new(key, row.Subject, row.Attachment);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _chunk = new byte[ChunkSize];
    private readonly List<AttachmentChunkRow> _waiting = [];
    private int _filled;
    private long _size;

    public string Id => row.Attachment;

    /// <summary>The antivirus that looks on; null when none is configured.</summary>
    public ClamdScan? Scan { get; set; }

    /// <summary>Takes the next bytes.</summary>
    /// <exception cref="RefusedException">It is too long, or cannot be one of the kinds.</exception>
    public async Task WriteAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        _size += content.Length;
        if (_size > AttachmentDecider.LargestSize) throw Refused("ATTACHMENT_TOO_LARGE", "A document has 10 MB at most.");
        _sniffer.Read(content.Span);
        if (_sniffer.IsHopeless) throw UnknownKind();
        _hash.AppendData(content.Span);
        if (Scan is not null) await Scan.WriteAsync(content, cancellation);
        while (content.Length > 0)
        {
            // Only when more comes is a full piece known not to be the last.
            if (_filled == ChunkSize) await SealAsync(last: false, cancellation);
            var taken = content[..Math.Min(content.Length, ChunkSize - _filled)];
            taken.CopyTo(_chunk.AsMemory(_filled));
            _filled += taken.Length;
            content = content[taken.Length..];
        }
    }

    /// <summary>Ends it: what it is, whether it is clean, and a name that is true.</summary>
    /// <exception cref="RefusedException">It is not one of the kinds, not what its name says, or infected.</exception>
    public async Task<ReceivedFile> FinishAsync(CancellationToken cancellation)
    {
        var kind = _sniffer.Kind() ?? throw UnknownKind();
        var name = FileName.For(fileName, kind) ?? throw Lie();
        if (Scan is not null && !await Scan.IsCleanAsync(cancellation)) throw Refused("ATTACHMENT_INFECTED", "The antivirus found something in the document.");
        await SealAsync(last: true, cancellation);
        return new(name, kind, _size, _hash.GetHashAndReset(), Scan is not null);
    }

    /// <summary>Deletes a document that no event names, within the caller's transaction.</summary>
    public static async Task DiscardAsync(ReferralsDb db, AttachmentRow row, CancellationToken cancellation)
    {
        // Kept meanwhile: then it is not ours any more.
        if (await db.Attachments.Where(r => r.Subject == row.Subject && r.Attachment == row.Attachment && !r.Complete).ExecuteDeleteAsync(cancellation) == 0) return;
        await db.AttachmentChunks.Where(chunk => chunk.Subject == row.Subject && chunk.Attachment == row.Attachment).ExecuteDeleteAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (Scan is not null) await Scan.DisposeAsync();
        _cipher.Dispose();
        _hash.Dispose();
        // None: the caller's token is cancelled exactly when there is something to throw away.
        await writer.WriteAsync(async (db, token) =>
        {
            await DiscardAsync(db, row, token);
            return true;
        }, CancellationToken.None);
    }

    private async Task SealAsync(bool last, CancellationToken cancellation)
    {
        _waiting.Add(new() { Subject = row.Subject, Attachment = row.Attachment, Number = row.Chunks, Sealed = _cipher.Seal(_chunk.AsSpan(0, _filled), row.Chunks, last) });
        row.Chunks++;
        _filled = 0;
        if (!last && _waiting.Count < ChunksPerTransaction) return;
        await writer.WriteAsync(async (db, token) =>
        {
            // Erased while it was on its way: nothing of it may come after.
            var known = await db.Attachments.FindAsync([row.Subject, row.Attachment], token) ?? throw Hosting.Access.Caller.NotAllowed();
            known.Chunks = row.Chunks;
            db.AttachmentChunks.AddRange(_waiting);
            await db.SaveChangesAsync(token);
            return true;
        }, cancellation);
        _waiting.Clear();
    }

    // A name that announces one of the kinds, over something else, is a lie or a broken file; any other is a kind that is not taken.
    private RefusedException UnknownKind() => FileName.KindOf(fileName) is null
        ? Refused("ATTACHMENT_TYPE_NOT_ALLOWED", "A document is a PDF, JPEG, PNG, DOCX or ODT file.")
        : Lie();

    private RefusedException Lie() => Refused("ATTACHMENT_LIES_ABOUT_TYPE", "The content is not what the name announces, or not whole.");

    private RefusedException Refused(string reason, string message) => new(new(reason, message, ("referral", row.Subject)));
}
