namespace Reseau.Hosting.Log;

/// <summary>
/// Runs work on a service's database in one transaction. Two providers, one promise: when the task completes, the
/// work is durable; when it fails, nothing of it remains.
/// </summary>
public interface ILogWriter<TDb> where TDb : LogDb
{
    /// <summary>Runs the work and commits.</summary>
    Task<T> WriteAsync<T>(Func<TDb, CancellationToken, Task<T>> work, CancellationToken cancellation);
}
