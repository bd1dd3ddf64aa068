using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Reseau.Hosting.Log;

/// <summary>
/// PostgreSQL runs commands side by side; only the append itself is serialized, by a transaction-scoped advisory lock.
/// Two commands on one stream meet at unique (stream, version): the loser runs again on what the winner wrote.
/// </summary>
public sealed class PostgresLogWriter<TDb>(IDbContextFactory<TDb> databases, LogSignal signal) : ILogWriter<TDb> where TDb : LogDb
{
    /// <summary>Channel on which replicas wake each other.</summary>
    internal const string NotifyChannel = "reseau_log";

    private const long AppendLock = 0x52_65_73_65_61_75; // "Reseau"; advisory locks are per database, and each service has its own.
    private const int Tries = 8;

    /// <inheritdoc />
    public async Task<T> WriteAsync<T>(Func<TDb, CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            try
            {
                // A failure undoes the whole transaction: savepoints in between would only be something more to undo.
                db.Database.AutoSavepointsEnabled = false;
                await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
                // Who lost once decides under the lock: what it reads then, nobody changes before it commits.
                if (attempt > 1) await LockForAppendAsync(db, cancellation);
                var result = await work(db, cancellation);
                // Past this point the work is about to become durable: a caller who hangs up changes nothing.
                await transaction.CommitAsync(CancellationToken.None);
                signal.Pulse();
                return result;
            }
            catch (Exception failure) when (IsConflict(failure) && attempt < Tries)
            {
                // Another command won; decide again on the new state.
            }
        }
    }

    /// <inheritdoc />
    public Task LockForAppendAsync(TDb db, CancellationToken cancellation) =>
        // The notification is delivered at commit, with the rows already visible.
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AppendLock}); SELECT pg_notify({NotifyChannel}, '')", cancellation);

    private static bool IsConflict(Exception failure) =>
        (failure as PostgresException ?? failure.InnerException as PostgresException)?.SqlState
            is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;
}
