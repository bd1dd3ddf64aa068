using Microsoft.Data.Sqlite;

namespace Reseau.Sidecar.Storage;

/// <summary>A change on its way to the disk.</summary>
internal interface IChange
{
    /// <summary>Runs the change; false when it threw and must be undone.</summary>
    bool TryRun(SqliteConnection connection);

    /// <summary>Tells the caller what the change gave, now that it is committed.</summary>
    void Acknowledge();

    /// <summary>Tells the caller that the commit failed.</summary>
    void Abandon(Exception exception);
}

/// <summary>A change with its result.</summary>
internal sealed class Change<T>(Func<SqliteConnection, T> run) : IChange
{
    // Callers continue elsewhere: the writer must not run their code.
    private readonly TaskCompletionSource<T> _committed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;
    private Exception? _failure;

    public Task<T> Committed => _committed.Task;

    public bool TryRun(SqliteConnection connection)
    {
        try
        {
            _result = run(connection);
        }
        catch (Exception exception)
        {
            // Whatever it is belongs to the caller, who gets it after the others' commit.
            _failure = exception;
        }

        return _failure is null;
    }

    public void Acknowledge()
    {
        if (_failure is null) _committed.SetResult(_result!);
        else _committed.SetException(_failure);
    }

    public void Abandon(Exception exception) => _committed.SetException(exception);
}
