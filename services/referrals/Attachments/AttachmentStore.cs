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
        var row = new AttachmentRow { Subject = referral, Attachment = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N"), StartedAt = clock.GetUtcNow() };
        var key = await writer.WriteAsync(async (db, token) =>
        {
            await SweepAsync(db, row.StartedAt - Abandoned, token);
            db.Attachments.Add(row);
            await db.SaveChangesAsync(token);
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
            var bytes = await db.AttachmentChunks.Where(chunk => chunk.Subject == row.Subject && chunk.Attachment == row.Attachment && chunk.Number == place)
                .Select(chunk => chunk.Sealed).SingleAsync(cancellation);
            yield return cipher.Open(bytes, number, last: number == row.Chunks - 1);
        }
    }

    // A process that was killed throws nothing away: the next upload does.
    private static async Task SweepAsync(ReferralsDb db, DateTimeOffset before, CancellationToken cancellation)
    {
        var abandoned = await db.Attachments.Where(row => !row.Complete && row.StartedAt < before).ToListAsync(cancellation);
        foreach (var row in abandoned) await AttachmentUpload.DiscardAsync(db, row, cancellation);
    }

    private static Task<byte[]?> KeyAsync(ReferralsDb db, string referral, CancellationToken cancellation) =>
        db.PersonalKeys.Where(key => key.Subject == referral).Select(key => key.Key).SingleOrDefaultAsync(cancellation);
}
