namespace Reseau.Hosting.Policies;

/// <summary>
/// A value of the shared state kept at hand. Young enough, it is given as it is; older, it is given while a newer one is fetched beside;
/// too old, everybody waits for the newer one. What is announced comes in at once, and nothing older than it ever replaces it. While the state
/// does not answer, what was known last is given for a few minutes: announcements are still heard, because the log they come from is read besides.
/// </summary>
/// <param name="fetch">Reads the value and its version; version 0 when the state has none.</param>
/// <param name="clock">Its age.</param>
internal sealed class Remembered<T>(Func<CancellationToken, Task<(T Value, long Version)>> fetch, TimeProvider clock)
{
    /// <summary>From this age on a newer one is fetched beside.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(400);

    /// <summary>Nothing older is given to anybody: what was suspended a second ago is refused, whatever messages were lost.</summary>
    public static readonly TimeSpan Stale = TimeSpan.FromSeconds(1);

    /// <summary>How long what was known last stands in for a state that does not answer.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private (T Value, long Version, long ReadAt)? _held;
    private Task? _fetching;
    private long? _failedAt;

    public async ValueTask<T> GetAsync(CancellationToken cancellation)
    {
        Task fetching;
        TimeSpan age;
        lock (_gate)
        {
            age = _held is { } held ? clock.GetElapsedTime(held.ReadAt) : TimeSpan.MaxValue;
            if (age < Fresh) return _held!.Value.Value;
            // Not everybody waits for a state that has just not answered.
            if (age < Grace && _failedAt is { } failed && clock.GetElapsedTime(failed) < Again) return _held!.Value.Value;
            // One question at a time, whoever waits for it: nobody's cancellation ends it for the others.
            if (_fetching is null or { IsCompleted: true }) _fetching = FetchAsync();
            if (age < Stale) return _held!.Value.Value;
            fetching = _fetching;
        }
        try
        {
            await fetching.WaitAsync(cancellation);
        }
        catch (Exception) when (age < Grace && !cancellation.IsCancellationRequested)
        {
            // What was known last stands in.
        }
        lock (_gate) return _held!.Value.Value;
    }

    public void Learn(T value, long version) => Keep(value, version, clock.GetTimestamp());

    private async Task FetchAsync()
    {
        var asked = clock.GetTimestamp();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var (value, version) = await fetch(patience.Token);
            Keep(value, version, asked);
            lock (_gate) _failedAt = null;
        }
        catch
        {
            lock (_gate) _failedAt = clock.GetTimestamp();
            throw;
        }
    }

    private void Keep(T value, long version, long readAt)
    {
        lock (_gate)
        {
            // The state may lag behind an announcement; it is no news then, but it was asked.
            _held = _held is { } held && held.Version > version ? held with { ReadAt = readAt } : (value, version, readAt);
        }
    }
}
