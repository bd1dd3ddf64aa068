namespace Reseau.Hosting.Log;

/// <summary>
/// Runs work on a service's database in one transaction. Two providers, one promise: when the task completes, the
/// work is durable; when it fails, nothing of it remains.
/// </summary>
public interface ILogWriter<TDb> where TDb : LogDb
{
    /// <summary>Runs the work and commits. The work may run again after a conflict, so it only touches the database.</summary>
    Task<T> WriteAsync<T>(Func<TDb, CancellationToken, Task<T>> work, CancellationToken cancellation);

    /// <summary>Called by the work before it takes positions: until the commit nobody else appends, so positions become visible in order.</summary>
    Task LockForAppendAsync(TDb db, CancellationToken cancellation);
}
