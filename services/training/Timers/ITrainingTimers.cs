using Reseau.Hosting.Log;
using Reseau.Hosting.Timers;
using Reseau.Training.Views;

namespace Reseau.Training.Timers;

/// <summary>What time does to one kind of resource of this service.</summary>
internal interface ITrainingTimers
{
    /// <summary>Collection of its streams, e.g. <c>professionals</c>.</summary>
    string Collection { get; }

    /// <summary>What is due, those first who have waited longest.</summary>
    Task<IReadOnlyList<DueTimer>> DueAsync(TrainingDb db, DateTimeOffset now, int most, CancellationToken cancellation);

    /// <summary>When the next one is due; null when none waits.</summary>
    Task<DateTimeOffset?> NextAsync(TrainingDb db, CancellationToken cancellation);

    /// <summary>Lets time act on one of them, in a transaction of its own.</summary>
    Task<StreamVersion> RingAsync(LogUnit<TrainingDb> unit, DueTimer timer, CancellationToken cancellation);

    /// <summary>Sets a timer that failed for later, unless its resource has changed since.</summary>
    Task PostponeAsync(TrainingDb db, DueTimer timer, DateTimeOffset until, CancellationToken cancellation);
}
