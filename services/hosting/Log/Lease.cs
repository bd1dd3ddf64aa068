namespace Reseau.Hosting.Log;

/// <summary>
/// A piece of work that one replica of a service does at a time: a row of the service's own database, like the publisher's. Around its end
/// two may hold it for a moment (a process that was suspended), so the work must bear being begun twice.
/// </summary>
/// <param name="writer">Writes the row.</param>
/// <param name="clock">Tells when it ends.</param>
/// <param name="name">Name of the work, of <see cref="CursorRow"/>.</param>
public sealed class Lease<TDb>(ILogWriter<TDb> writer, TimeProvider clock, string name) where TDb : LogDb
{
    /// <summary>How often it is looked at again.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(15);

    private readonly string _owner = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";
    private DateTimeOffset _until;

    /// <summary>Takes or renews it; false while another replica holds it.</summary>
    public async Task<bool> HoldAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (now + Renewal < _until) return true;
        return await writer.WriteAsync(async (db, token) =>
        {
            var row = await LogQueries.Of(db).Cursor(db, name, token);
            if (row is null) db.Cursors.Add(row = new() { Name = name, Owner = _owner });
            if (row.Owner != _owner && row.LeaseUntil > now) return false;
            (row.Owner, row.LeaseUntil) = (_owner, now + Length);
            await db.SaveChangesAsync(token);
            _until = row.LeaseUntil;
            return true;
        }, cancellation);
    }
}
