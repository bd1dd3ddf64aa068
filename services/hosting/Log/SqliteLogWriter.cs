using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Reseau.Hosting.Log;

/// <summary>
/// SQLite has one writer; this is it. Work that arrives together shares a transaction, and so one fsync:
///  1. take what waits, up to <see cref="BatchSize"/>;
///  2. run each in its own savepoint, so that a refusal undoes its own work only;
///  3. commit once;
///  4. answer everybody. A refusal waits too: it may rest on what a neighbour wrote a moment before.
/// </summary>
public sealed class SqliteLogWriter<TDb> : ILogWriter<TDb>, IAsyncDisposable where TDb : LogDb
{
    private const int BatchSize = 128;
    private const string Savepoint = "job";

    private readonly IDbContextFactory<TDb> _databases;
    private readonly LogSignal _signal;
    private readonly Channel<Job> _waiting = Channel.CreateBounded<Job>(new BoundedChannelOptions(10_000) { SingleReader = true });
    private readonly Task _loop;

    /// <summary>Starts the writer.</summary>
    public SqliteLogWriter(IDbContextFactory<TDb> databases, LogSignal signal)
    {
        _databases = databases;
        _signal = signal;
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
    public Task LockForAppendAsync(TDb db, CancellationToken cancellation) => Task.CompletedTask;

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
            var batch = new List<Job>();
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
        await using var transaction = await db.Database.BeginTransactionAsync();
        while (batch.Count < BatchSize && _waiting.Reader.TryRead(out var job))
        {
            batch.Add(job);
            await RunOneAsync(job, db, transaction);
        }
        await transaction.CommitAsync();
        LogMetrics.Committed(batch.Count);
    }

    private static async Task RunOneAsync(Job job, TDb db, IDbContextTransaction transaction)
    {
        if (job.Cancellation.IsCancellationRequested)
        {
            job.Failure = new OperationCanceledException(job.Cancellation);
            return;
        }
        await transaction.CreateSavepointAsync(Savepoint);
        try
        {
            await job.Run(db);
            await transaction.ReleaseSavepointAsync(Savepoint);
        }
        catch (Exception failure)
        {
            job.Failure = failure;
            await transaction.RollbackToSavepointAsync(Savepoint);
        }
        db.ChangeTracker.Clear();
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
