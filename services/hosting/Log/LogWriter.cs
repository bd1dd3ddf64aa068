using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Reseau.Hosting.Log;

/// <summary>
/// Writes on a service's database, one piece of work after the other. Positions of a log become visible in order only when appends do not
/// overlap, so nothing is lost by taking turns; and work that arrives together shares a transaction, and so one flush of the disk:
///  1. take what waits, up to <see cref="BatchSize"/>;
///  2. on PostgreSQL, wait for the other replicas: SQLite has one writer anyway;
///  3. run the first: nothing is written yet, so a refusal gives the transaction up; run each further one behind a savepoint, so that a refusal
///     undoes its own work only;
///  4. commit once;
///  5. answer everybody. A refusal waits too: it may rest on what a neighbour wrote a moment before.
/// </summary>
public sealed class LogWriter<TDb> : ILogWriter<TDb>, IAsyncDisposable where TDb : LogDb
{
    /// <summary>Channel on which the replicas of a service wake each other, on PostgreSQL.</summary>
    internal const string NotifyChannel = "reseau_log";

    private const int BatchSize = 128;
    private const string Savepoint = "job";
    private const string NextSavepoint = "RELEASE SAVEPOINT job; SAVEPOINT job";
    private const long Turn = 0x52_65_73_65_61_75; // "Reseau"; advisory locks are per database, and each service has its own.

    private readonly IDbContextFactory<TDb> _databases;
    private readonly LogSignal _signal;
    private readonly LogTail _tail;
    private readonly Channel<Job> _waiting = Channel.CreateBounded<Job>(new BoundedChannelOptions(10_000) { SingleReader = true });
    private readonly Task _loop;

    /// <summary>Starts the writer.</summary>
    public LogWriter(IDbContextFactory<TDb> databases, LogSignal signal, LogTail tail)
    {
        (_databases, _signal, _tail) = (databases, signal, tail);
        _loop = Task.Run(RunAsync);
    }

    /// <inheritdoc />
    public async Task<T> WriteAsync<T>(Func<TDb, CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        T result = default!;
        var job = new Job(async db => result = await work(db, cancellation), cancellation);
        await _waiting.Writer.WriteAsync(job, cancellation);
        await job.Done.Task;
        return result;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
    }

    private async Task RunAsync()
    {
        while (await _waiting.Reader.WaitToReadAsync())
        {
            if (!_waiting.Reader.TryRead(out var first)) continue;
            // Taken before anything can fail: whatever fails, somebody is told.
            List<Job> batch = [first];
            try
            {
                await RunBatchAsync(batch);
            }
            catch (Exception failure)
            {
                batch.ForEach(job => job.Failure = failure);
            }
            batch.ForEach(job => job.Answer());
            _signal.Pulse();
        }
    }

    private async Task RunBatchAsync(List<Job> batch)
    {
        await using var db = await _databases.CreateDbContextAsync();
        db.Database.AutoSavepointsEnabled = false;
        var transaction = await BeginAsync(db);
        try
        {
            var written = 0;
            for (var job = batch[0]; ; batch.Add(job))
            {
                // Forgets the savepoint before, too: one at a time, and one question to the database instead of two.
                if (written == 1) await transaction.CreateSavepointAsync(Savepoint);
                else if (written > 1) await db.Database.ExecuteSqlRawAsync(NextSavepoint);
                if (await TryAsync(job, db)) written++;
                else if (written > 0) await transaction.RollbackToSavepointAsync(Savepoint);
                else
                {
                    await transaction.DisposeAsync();
                    transaction = await BeginAsync(db);
                }
                if (batch.Count == BatchSize || !_waiting.Reader.TryRead(out job!)) break;
            }
            await transaction.CommitAsync();
            _tail.Add(db.Appended);
            LogMetrics.Committed(batch.Count);
        }
        finally
        {
            await transaction.DisposeAsync();
        }
    }

    private static async Task<IDbContextTransaction> BeginAsync(TDb db)
    {
        db.Head = null;
        db.Appended.Clear();
        var transaction = await db.Database.BeginTransactionAsync();
        // The notification is delivered at commit, with the rows already visible.
        if (db.Database.IsNpgsql()) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Turn}); SELECT pg_notify({NotifyChannel}, '')");
        return transaction;
    }

    private static async Task<bool> TryAsync(Job job, TDb db)
    {
        var appended = db.Appended.Count;
        try
        {
            job.Cancellation.ThrowIfCancellationRequested();
            await job.Run(db);
            return true;
        }
        catch (Exception failure)
        {
            job.Failure = failure;
            // What it appended is undone.
            db.Head = null;
            db.Appended.RemoveRange(appended, db.Appended.Count - appended);
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private sealed class Job(Func<TDb, Task> run, CancellationToken cancellation)
    {
        public Func<TDb, Task> Run { get; } = run;

        public CancellationToken Cancellation { get; } = cancellation;

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Exception? Failure { get; set; }

        public void Answer()
        {
            if (Failure is null) Done.TrySetResult();
            else Done.TrySetException(Failure);
        }
    }
}
