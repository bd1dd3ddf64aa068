namespace Reseau.Testing;

/// <summary>Waits for something that happens by itself; fails with what was seen last when it does not.</summary>
public static class Eventually
{
    /// <summary>How long a test waits when it does not say.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    /// <summary>Looks until it is so; gives what was seen.</summary>
    public static async Task<T> GetAsync<T>(Func<Task<T>> look, Predicate<T> isIt, TimeSpan? patience = null)
    {
        using var over = new CancellationTokenSource(patience ?? Patience);
        while (true)
        {
            var seen = await look();
            if (isIt(seen)) return seen;
            if (over.IsCancellationRequested) Assert.Fail($"It did not happen within {patience ?? Patience}; last seen: {seen}");
            await Task.Delay(Interval, CancellationToken.None);
        }
    }

    /// <summary>Looks until it is so; gives what was seen.</summary>
    public static Task<T> GetAsync<T>(Func<T> look, Predicate<T> isIt, TimeSpan? patience = null) => GetAsync(() => Task.FromResult(look()), isIt, patience);
}
