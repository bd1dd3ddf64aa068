namespace Reseau.Conformance.Sidecar;

/// <summary>Waits for something that happens by itself; fails with what was seen last when it does not.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    public static async Task<T> GetAsync<T>(Func<Task<T>> look, Predicate<T> isIt, TimeSpan patience)
    {
        using var over = new CancellationTokenSource(patience);
        while (true)
        {
            var seen = await look();
            if (isIt(seen)) return seen;
            if (over.IsCancellationRequested) Assert.Fail($"It did not happen within {patience}; last seen: {seen}");
            await Task.Delay(Interval, CancellationToken.None);
        }
    }

    public static Task<T> Get<T>(Func<T> look, Predicate<T> isIt, TimeSpan patience) => GetAsync(() => Task.FromResult(look()), isIt, patience);
}
