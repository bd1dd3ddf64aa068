using Reseau.Hosting.Access;
using Reseau.Hosting.Log;
using Reseau.Referrals.Views;

namespace Reseau.Referrals.Attachments;

/// <summary>
/// Copies of documents, set aside for a referral that does not exist yet. Their key is in memory only until the transaction that begins
/// the referral writes it down: what a crash leaves before opens for nobody, and is swept like an upload that broke off.
/// </summary>
/// <param name="writer">Writes them.</param>
/// <param name="rows">The copies; none when nothing goes along.</param>
internal sealed class AttachmentCopies(ILogWriter<ReferralsDb> writer, IReadOnlyList<AttachmentRow> rows) : IAsyncDisposable
{
    // A megabyte: large enough not to flush the disk for each piece, small enough for others to write in between.
    private const int PiecesAtOnce = 16;

    private readonly byte[] _key = PersonalData.NewKey();

    /// <summary>Whether these documents, and no others, were copied.</summary>
    public bool AreOf(IEnumerable<string> documents) => rows.Select(row => row.Attachment).SequenceEqual(documents, StringComparer.Ordinal);

    /// <summary>Copies the content of one.</summary>
    public async Task WriteAsync(AttachmentRow row, IAsyncEnumerable<byte[]> content, CancellationToken cancellation)
    {
        using var staged = new StagedAttachment(writer, row, _key, PiecesAtOnce);
        await foreach (var piece in content.WithCancellation(cancellation)) await staged.WriteAsync(piece, cancellation);
        await staged.EndAsync(cancellation);
    }

    /// <summary>Keeps them, within the transaction that begins their referral and before anything else is sealed for it: with the key that they have.</summary>
    public async Task KeepAsync(ReferralsDb db, CancellationToken cancellation)
    {
        if (rows.Count > 0) db.PersonalKeys.Add(new() { Subject = rows[0].Subject, Key = _key });
        foreach (var row in rows)
        {
            // Swept: it took longer than anything takes.
            if (!await AttachmentStore.KeepAsync(db, row.Subject, row.Attachment, cancellation)) throw Caller.NotAllowed();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (rows.Count > 0) await StagedAttachment.DiscardAsync(writer, rows);
    }
}
