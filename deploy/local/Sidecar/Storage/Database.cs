using System.Collections.Concurrent;
using System.Threading.Channels;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Reseau.Sidecar.Storage;

/// <summary>
/// The one file of the sidecar. Readers run beside a single writer (WAL); a change is acknowledged once it is on the disk
/// (synchronous=FULL). Waiting for the disk is what a change costs, so changes that arrive together share one commit;
/// each has a savepoint of its own, and one that fails takes nothing with it.
/// </summary>
internal sealed class Database : IAsyncDisposable
{
    private const int LargestCommit = 256;

    private readonly string _connectionString;
    private readonly SqliteConnection _writer;
    private readonly Channel<IChange> _changes = Channel.CreateUnbounded<IChange>(new() { SingleReader = true });
    private readonly ConcurrentBag<SqliteConnection> _readers = [];
    private readonly Task _writing;

    public Database(string file)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } directory) Directory.CreateDirectory(directory);
        _connectionString = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString();
        _writer = new SqliteConnection(_connectionString);
        _writer.Open();
        _writer.Execute(Schema.Text);
        _writing = Task.Factory.StartNew(WriteAll, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
    }

    /// <summary>Runs a query on a snapshot of what is committed.</summary>
    public T Read<T>(Func<SqliteConnection, T> query)
    {
        if (!_readers.TryTake(out var connection))
        {
            connection = new SqliteConnection(_connectionString);
            connection.Open();
        }

        try
        {
            return query(connection);
        }
        finally
        {
            _readers.Add(connection);
        }
    }

    /// <summary>Runs a change; the task ends when it is on the disk, or with the exception the change threw.</summary>
    public Task<T> WriteAsync<T>(Func<SqliteConnection, T> change)
    {
        var queued = new Change<T>(change);
        return _changes.Writer.TryWrite(queued)
            ? queued.Committed
            : Task.FromException<T>(new ObjectDisposedException(nameof(Database)));
    }

    public async ValueTask DisposeAsync()
    {
        _changes.Writer.TryComplete();
        await _writing;
        await _writer.DisposeAsync();
        while (_readers.TryTake(out var reader)) await reader.DisposeAsync();
    }

    private async Task WriteAll()
    {
        var batch = new List<IChange>(LargestCommit);
        while (await _changes.Reader.WaitToReadAsync())
        {
            while (batch.Count < LargestCommit && _changes.Reader.TryRead(out var change)) batch.Add(change);
            Commit(batch);
            batch.Clear();
        }
    }

    private void Commit(List<IChange> batch)
    {
        try
        {
            _writer.Execute("BEGIN IMMEDIATE");
            foreach (var change in batch) Apply(change);
            _writer.Execute("COMMIT");
        }
        catch (SqliteException exception)
        {
            // A full or failing disk: nothing of the batch is there, and each caller must know.
            if (SQLitePCL.raw.sqlite3_get_autocommit(_writer.Handle) == 0) _writer.Execute("ROLLBACK");
            foreach (var change in batch) change.Abandon(exception);
            return;
        }

        foreach (var change in batch) change.Acknowledge();
    }

    private void Apply(IChange change)
    {
        _writer.Execute("SAVEPOINT change");
        if (!change.TryRun(_writer)) _writer.Execute("ROLLBACK TO change");
        _writer.Execute("RELEASE change");
    }
}
