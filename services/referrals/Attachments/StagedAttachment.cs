using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Access;
using Reseau.Hosting.Log;
using Reseau.Referrals.Views;

namespace Reseau.Referrals.Attachments;

/// <summary>
/// A document that is set aside, encrypted as it comes. It holds a few pieces at a time, never the whole, and short transactions let others
/// write between them. It belongs to nothing until an event names it; what none names is thrown away.
/// </summary>
/// <param name="writer">Writes the pieces.</param>
/// <param name="row">The document, which is written already.</param>
/// <param name="key">Key of its referral.</param>
/// <param name="piecesAtOnce">How many pieces a transaction takes.</param>
internal sealed class StagedAttachment(ILogWriter<ReferralsDb> writer, AttachmentRow row, byte[] key, int piecesAtOnce) : IDisposable
{
    private const int PieceSize = 64 * 1024;

    private readonly AttachmentCipher _cipher = new(key, row.Subject, row.Attachment);
    private readonly byte[] _piece = new byte[PieceSize];
    private readonly List<AttachmentChunkRow> _waiting = [];
    private int _filled;

    /// <summary>Takes the next bytes.</summary>
    public async Task WriteAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        while (content.Length > 0)
        {
            // Only when more comes is a full piece known not to be the last.
            if (_filled == PieceSize) await SealAsync(last: false, cancellation);
            var taken = content[..Math.Min(content.Length, PieceSize - _filled)];
            taken.CopyTo(_piece.AsMemory(_filled));
            _filled += taken.Length;
            content = content[taken.Length..];
        }
    }

    /// <summary>Ends it: what came last is its last piece.</summary>
    public Task EndAsync(CancellationToken cancellation) => SealAsync(last: true, cancellation);

    /// <summary>Deletes the documents among these that no event names.</summary>
    public static Task DiscardAsync(ILogWriter<ReferralsDb> writer, IReadOnlyCollection<AttachmentRow> rows) => writer.WriteAsync(async (db, token) =>
    {
        foreach (var row in rows) await DiscardAsync(db, row, token);
        return true;
        // None: the caller's token is cancelled exactly when there is something to throw away.
    }, CancellationToken.None);

    /// <summary>Deletes a document that no event names, within the caller's transaction.</summary>
    public static async Task DiscardAsync(ReferralsDb db, AttachmentRow row, CancellationToken cancellation)
    {
        // Kept meanwhile: then it is not ours any more.
        if (await db.Attachments.Where(r => r.Subject == row.Subject && r.Attachment == row.Attachment && !r.Complete).ExecuteDeleteAsync(cancellation) == 0) return;
        await db.AttachmentChunks.Where(chunk => chunk.Subject == row.Subject && chunk.Attachment == row.Attachment).ExecuteDeleteAsync(cancellation);
    }

    /// <inheritdoc />
    public void Dispose() => _cipher.Dispose();

    private async Task SealAsync(bool last, CancellationToken cancellation)
    {
        _waiting.Add(new() { Subject = row.Subject, Attachment = row.Attachment, Number = row.Chunks, Sealed = _cipher.Seal(_piece.AsSpan(0, _filled), row.Chunks, last) });
        row.Chunks++;
        _filled = 0;
        if (!last && _waiting.Count < piecesAtOnce) return;
        await writer.WriteAsync(async (db, token) =>
        {
            // Erased while it was on its way: nothing of it may come after.
            var known = await db.Attachments.FindAsync([row.Subject, row.Attachment], token) ?? throw Caller.NotAllowed();
            known.Chunks = row.Chunks;
            db.AttachmentChunks.AddRange(_waiting);
            await db.SaveChangesAsync(token);
            return true;
        }, cancellation);
        _waiting.Clear();
    }
}
