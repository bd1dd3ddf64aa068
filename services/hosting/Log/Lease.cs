using Microsoft.EntityFrameworkCore;

namespace Reseau.Hosting.Log;

/// <summary>
/// A piece of work that one replica of a service does at a time, and how far it has come: a row of the service's own database. Around the
/// lease's end two may hold it for a moment (a process that was suspended), so the work must bear being begun twice.
/// </summary>
/// <param name="writer">Writes the row.</param>
/// <param name="clock">Tells when it ends.</param>
/// <param name="name">Name of the work, of <see cref="CursorRow"/>.</param>
public sealed class Lease<TDb>(ILogWriter<TDb> writer, TimeProvider clock, string name) where TDb : LogDb
{
    /// <summary>How often it is looked at again.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(15);
    private static readonly string Process = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";

    private readonly string _owner = $"{Process}:{Guid.NewGuid():N}";
    private DateTimeOffset _until;
    private long? _position;

    /// <summary>Takes or renews it; false while another replica holds it.</summary>
    public async Task<bool> HoldAsync(CancellationToken cancellation) => await PositionAsync(cancellation) is not null;

    /// <summary>Takes or renews it, and tells how far the work has come; null while another replica holds it.</summary>
    public async Task<long?> PositionAsync(CancellationToken cancellation)
    {
        if (_position is null || clock.GetUtcNow() + Renewal >= _until) await WriteAsync(null, cancellation);
        return _position;
    }

    /// <summary>The work has come to a position. Nothing moves when another replica has taken over.</summary>
    public Task MoveAsync(long position, CancellationToken cancellation) => WriteAsync(position, cancellation);

    private async Task WriteAsync(long? to, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        _position = await writer.WriteAsync<long?>(async (db, token) =>
        {
            var row = await LogQueries.Of(db).Cursor(db, name, token);
            if (row is null) db.Cursors.Add(row = new() { Name = name, Owner = _owner });
            if (row.Owner != _owner && row.LeaseUntil > now && MayLive(db, row.Owner)) return null;
            (row.Owner, row.LeaseUntil, row.Position) = (_owner, now + Length, to ?? row.Position);
            await db.SaveChangesAsync(token);
            return row.Position;
        }, cancellation);
        _until = now + Length;
    }

    // A SQLite file has one process: whoever held it in another one was killed, and need not be waited for.
    private static bool MayLive(TDb db, string owner) => !db.Database.IsSqlite() || owner.StartsWith(Process, StringComparison.Ordinal);
}
