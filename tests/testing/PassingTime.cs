namespace Reseau.Testing;

/// <summary>Lets time pass for a service that acts by it, however slow the machine: the next step is taken when what was due has been done.</summary>
public static class PassingTime
{
    // Whoever watches the time sleeps by the same clock, and takes a moment of it to see what is due.
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(6);

    /// <summary>Moves the clock on until nothing waits any more.</summary>
    /// <param name="clock">The clock of the service.</param>
    /// <param name="step">How far it moves when nothing is due.</param>
    /// <param name="next">Since when the first thing is due, or when it will be; null when nothing waits.</param>
    public static Task UntilNothingWaitsAsync(TestClock clock, TimeSpan step, Func<Task<DateTimeOffset?>> next)
    {
        async Task<DateTimeOffset?> PassAsync()
        {
            var due = await next();
            if (due is not null) clock.Advance(due > clock.GetUtcNow() ? step : Moment);
            return due;
        }
        return Eventually.GetAsync<DateTimeOffset?>(PassAsync, due => due is null, TimeSpan.FromMinutes(2));
    }
}
