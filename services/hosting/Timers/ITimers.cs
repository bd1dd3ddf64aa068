using Reseau.Hosting.Log;

namespace Reseau.Hosting.Timers;

/// <summary>What time does in one service: a view that says what is due when, and the decision taken when it is.</summary>
public interface ITimers<TDb> where TDb : LogDb
{
    /// <summary>How many ring at the same time.</summary>
    int AtOnce { get; }

    /// <summary>What is due, those first who have waited longest.</summary>
    Task<IReadOnlyList<DueTimer>> DueAsync(TDb db, DateTimeOffset now, int most, CancellationToken cancellation);

    /// <summary>When the next one is due; null when none waits.</summary>
    Task<DateTimeOffset?> NextAsync(TDb db, CancellationToken cancellation);

    /// <summary>
    /// Lets time act on one resource, in a transaction of its own. The decision is taken on the log: the timer is a hint, and may have been
    /// overtaken by somebody.
    /// </summary>
    Task<StreamVersion> RingAsync(LogUnit<TDb> unit, DueTimer timer, CancellationToken cancellation);

    /// <summary>Sets a timer that failed for later, unless its resource has changed since.</summary>
    Task PostponeAsync(TDb db, DueTimer timer, DateTimeOffset until, CancellationToken cancellation);

    /// <summary>A timer failed and was set for later: somebody must look.</summary>
    void LogFailed(string stream, string error);

    /// <summary>All timers wait for something that does not answer.</summary>
    void LogPostponed(string error);
}
