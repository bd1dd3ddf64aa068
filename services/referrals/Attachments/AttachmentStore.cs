using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Access;
using Reseau.Hosting.Log;
using Reseau.Referrals.Views;

namespace Reseau.Referrals.Attachments;

/// <summary>Documents beside the log, encrypted with the key of their referral: without the key, or once erased, nothing opens.</summary>
internal sealed class AttachmentStore(ILogWriter<ReferralsDb> writer, IDbContextFactory<ReferralsDb> databases, Antivirus antivirus, TimeProvider clock)
{
    // Much longer than the slowest line needs for the largest document.
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(2);

    /// <summary>Begins to set a document aside; disposing throws away what no event has named meanwhile.</summary>
    public async Task<AttachmentUpload> BeginAsync(string referral, string fileName, CancellationToken cancellation)
    {
        // Ids in the order of time put pieces side by side.
        var row = RowOf(referral, Guid.CreateVersion7(clock.GetUtcNow()).ToString("N"));
        var key = await writer.WriteAsync(async (db, token) =>
        {
            await AddAsync(db, [row], token);
            return await KeyAsync(db, referral, token);
        }, cancellation);
        var upload = new AttachmentUpload(writer, row, fileName, key ?? throw Caller.NotAllowed());
        try
        {
            upload.Scan = await antivirus.BeginAsync(cancellation);
            return upload;
        }
        catch
        {
            await upload.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Sets copies of documents aside for another referral, which does not exist yet, under the same ids; disposing throws away what no event
    /// has named meanwhile.
    /// </summary>
    /// <param name="from"><c>referrals/{referral}</c> that they are joined to.</param>
    /// <param name="documents">Their ids; none when nothing is to be copied.</param>
    /// <param name="to"><c>referrals/{referral}</c> that they are for.</param>
    /// <param name="cancellation">Ends the copying.</param>
    /// <exception cref="Kernel.RefusedException">One was erased meanwhile.</exception>
    public async Task<AttachmentCopies> CopyAsync(string from, IReadOnlyList<string> documents, string to, CancellationToken cancellation)
    {
        AttachmentRow[] rows = [.. documents.Select(document => RowOf(to, document))];
        var copies = new AttachmentCopies(writer, rows);
        if (rows.Length == 0) return copies;
        try
        {
            await writer.WriteAsync(async (db, token) =>
            {
                await AddAsync(db, rows, token);
                return true;
            }, cancellation);
            foreach (var row in rows)
                await copies.WriteAsync(row, await OpenAsync(from, row.Attachment, cancellation) ?? throw Caller.NotAllowed(), cancellation);
            return copies;
        }
        catch
        {
            await copies.DisposeAsync();
            throw;
        }
    }

    /// <summary>Keeps what was set aside, within the transaction of the event that names it; false when it was erased meanwhile.</summary>
    public static async Task<bool> KeepAsync(ReferralsDb db, string referral, string attachment, CancellationToken cancellation)
    {
        if (await db.Attachments.FindAsync([referral, attachment], cancellation) is not { } row) return false;
        row.Complete = true;
        return true;
    }

    /// <summary>Deletes all documents of a referral, within the caller's transaction; those on their way included.</summary>
    public static async Task EraseAsync(ReferralsDb db, string referral, CancellationToken cancellation)
    {
        await db.AttachmentChunks.Where(chunk => chunk.Subject == referral).ExecuteDeleteAsync(cancellation);
        await db.Attachments.Where(row => row.Subject == referral).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>The content of a document, piece by piece; null when it was erased.</summary>
    public async Task<IAsyncEnumerable<byte[]>?> OpenAsync(string referral, string attachment, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var row = await db.Attachments.AsNoTracking().SingleOrDefaultAsync(r => r.Subject == referral && r.Attachment == attachment && r.Complete, cancellation);
        return row is null || await KeyAsync(db, referral, cancellation) is not { } key ? null : ReadAsync(row, key, cancellation);
    }

    private async IAsyncEnumerable<byte[]> ReadAsync(AttachmentRow row, byte[] key, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var cipher = new AttachmentCipher(key, row.Subject, row.Attachment);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        for (var number = 0; number < row.Chunks; number++)
        {
            var place = number;
            // Erased while it was read: as if it had been before.
            var bytes = await db.AttachmentChunks.Where(chunk => chunk.Subject == row.Subject && chunk.Attachment == row.Attachment && chunk.Number == place)
                .Select(chunk => chunk.Sealed).SingleOrDefaultAsync(cancellation) ?? throw Caller.NotAllowed();
            yield return cipher.Open(bytes, number, last: number == row.Chunks - 1);
        }
    }

    private AttachmentRow RowOf(string referral, string id) => new() { Subject = referral, Attachment = id, StartedAt = clock.GetUtcNow() };

    private static async Task AddAsync(ReferralsDb db, AttachmentRow[] rows, CancellationToken cancellation)
    {
        await SweepAsync(db, rows[0].StartedAt - Abandoned, cancellation);
        db.Attachments.AddRange(rows);
        await db.SaveChangesAsync(cancellation);
    }

    // A process that was killed throws nothing away: the next one that sets something aside does.
    private static async Task SweepAsync(ReferralsDb db, DateTimeOffset before, CancellationToken cancellation)
    {
        var abandoned = await db.Attachments.Where(row => !row.Complete && row.StartedAt < before).ToListAsync(cancellation);
        foreach (var row in abandoned) await StagedAttachment.DiscardAsync(db, row, cancellation);
    }

    private static Task<byte[]?> KeyAsync(ReferralsDb db, string referral, CancellationToken cancellation) =>
        db.PersonalKeys.Where(key => key.Subject == referral).Select(key => key.Key).SingleOrDefaultAsync(cancellation);
}
