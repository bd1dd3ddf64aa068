using Reseau.Hosting.Log;
using Reseau.Hosting.Timers;
using Reseau.Training.Views;

namespace Reseau.Training.Timers;

/// <summary>What time does in this service: one clock for all kinds of resources, the longest waiting first.</summary>
internal sealed partial class TrainingTimers(IEnumerable<ITrainingTimers> kinds, ILogger<TrainingTimers> logger) : ITimers<TrainingDb>
{
    private readonly Dictionary<string, ITrainingTimers> _kinds = kinds.ToDictionary(kind => kind.Collection, StringComparer.Ordinal);

    /// <inheritdoc />
    public int AtOnce => 8;

    /// <inheritdoc />
    public async Task<IReadOnlyList<DueTimer>> DueAsync(TrainingDb db, DateTimeOffset now, int most, CancellationToken cancellation)
    {
        List<DueTimer> due = [];
        foreach (var kind in _kinds.Values) due.AddRange(await kind.DueAsync(db, now, most, cancellation));
        return [.. due.OrderBy(timer => timer.DueAt).Take(most)];
    }

    /// <inheritdoc />
    public async Task<DateTimeOffset?> NextAsync(TrainingDb db, CancellationToken cancellation)
    {
        DateTimeOffset? first = null;
        foreach (var kind in _kinds.Values)
        {
            if (await kind.NextAsync(db, cancellation) is { } next && (first is null || next < first)) first = next;
        }
        return first;
    }

    /// <inheritdoc />
    public Task<StreamVersion> RingAsync(LogUnit<TrainingDb> unit, DueTimer timer, CancellationToken cancellation) => KindOf(timer).RingAsync(unit, timer, cancellation);

    /// <inheritdoc />
    public Task PostponeAsync(TrainingDb db, DueTimer timer, DateTimeOffset until, CancellationToken cancellation) => KindOf(timer).PostponeAsync(db, timer, until, cancellation);

    void ITimers<TrainingDb>.LogFailed(string stream, string error) => LogFailed(stream, error);

    void ITimers<TrainingDb>.LogPostponed(string error) => LogPostponed(error);

    private ITrainingTimers KindOf(DueTimer timer) => _kinds[timer.Stream.Split('/')[0]];

    [LoggerMessage(4102, LogLevel.Warning, "The timers are postponed ({Error}); none is lost.")]
    private partial void LogPostponed(string error);

    [LoggerMessage(4103, LogLevel.Error, "The timer of {Stream} failed ({Error}); it is tried again in ten minutes.")]
    private partial void LogFailed(string stream, string error);
}
