using Dapper;
using Microsoft.Data.Sqlite;
using Reseau.Sidecar.Storage;

namespace Reseau.Sidecar.State;

/// <summary>
/// Entries by component and key, with the rules of Dapr's SQLite component: an etag given must match, last-write or not;
/// first-write without an etag creates only; a write without expiry clears an earlier one; an expired entry is absent.
/// </summary>
internal sealed class StateStore(Database database, TimeProvider clock)
{
    public IReadOnlyList<StateEntry> Find(string store, IReadOnlyCollection<string> keys) =>
        database.Read(connection => connection.Query<StateEntry>(
            """
            SELECT key, value, etag, expires_at AS ExpiresAt FROM state
            WHERE store = @store AND key IN @keys AND (expires_at IS NULL OR expires_at > @now)
            """,
            new { store, keys, now = Now })).AsList();

    /// <summary>Applies changes in order: all of them, or none with a <see cref="StaleEtagException"/>.</summary>
    public Task ApplyAsync(IReadOnlyList<StateChange> changes) => database.WriteAsync(connection =>
    {
        foreach (var change in changes) Apply(connection, change);
        return changes.Count;
    });

    /// <summary>Forgets what has expired; returns how many entries that were.</summary>
    public Task<int> SweepAsync() =>
        database.WriteAsync(connection => connection.Execute("DELETE FROM state WHERE expires_at <= @now", new { now = Now }));

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private void Apply(SqliteConnection connection, StateChange change)
    {
        var row = new { change.Store, change.Key, change.Value, change.Etag, change.ExpiresAt, Next = Guid.NewGuid().ToString(), Now };
        var written = connection.Execute(Statement(change), row);
        if (written == 0 && change.IsConditional) throw new StaleEtagException();
    }

    private static string Statement(StateChange change) => change switch
    {
        { IsDelete: true, Etag: "" } => "DELETE FROM state WHERE store = @Store AND key = @Key",
        { IsDelete: true } => "DELETE FROM state WHERE store = @Store AND key = @Key AND etag = @Etag AND (expires_at IS NULL OR expires_at > @Now)",
        { Etag: not "" } =>
            """
            UPDATE state SET value = @Value, etag = @Next, expires_at = @ExpiresAt
            WHERE store = @Store AND key = @Key AND etag = @Etag AND (expires_at IS NULL OR expires_at > @Now)
            """,
        { FirstWrite: true } =>
            """
            INSERT INTO state (store, key, value, etag, expires_at) VALUES (@Store, @Key, @Value, @Next, @ExpiresAt)
            ON CONFLICT (store, key) DO UPDATE SET value = excluded.value, etag = excluded.etag, expires_at = excluded.expires_at
            WHERE state.expires_at <= @Now
            """,
        _ =>
            """
            INSERT INTO state (store, key, value, etag, expires_at) VALUES (@Store, @Key, @Value, @Next, @ExpiresAt)
            ON CONFLICT (store, key) DO UPDATE SET value = excluded.value, etag = excluded.etag, expires_at = excluded.expires_at
            """,
    };
}
