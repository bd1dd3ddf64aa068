using System.Collections.Concurrent;
using System.Diagnostics;
using Grpc.Core;

namespace Reseau.Load;

/// <summary>
/// Calls at a fixed rate and never waits for an answer before the next call. A latency counts from the instant the call was
/// due, so a server that stalls is charged for everybody who would have come meanwhile (no coordinated omission); what the
/// generator itself is late counts too.
/// </summary>
internal static class OpenLoop
{
    /// <summary>Runs a warm-up that is not counted, then the measure; both are bounded in number and in time.</summary>
    public static async Task<Measure> RunAsync(Pace pace, Func<int, CancellationToken, Task> call, CancellationToken cancellation)
    {
        await RunAsync(pace.Rate, pace.Rate * pace.WarmUpSeconds, call, cancellation);
        return await RunAsync(pace.Rate, pace.Rate * pace.Seconds, call, cancellation);
    }

    private static async Task<Measure> RunAsync(int rate, int count, Func<int, CancellationToken, Task> call, CancellationToken cancellation)
    {
        var milliseconds = new double[count];
        var errors = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var calls = new Task[count];
        var start = Stopwatch.GetTimestamp();
        // A thread of its own: on the pool, the pace would wait behind the answers.
        await Task.Factory.StartNew(() =>
        {
            for (var i = 0; i < count; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                var (n, due) = (i, start + (long)((double)i / rate * Stopwatch.Frequency));
                Pacer.SleepUntil(due);
                calls[i] = Task.Run(() => OneAsync(n, due), cancellation);
            }
        }, cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await Task.WhenAll(calls);
        return new(milliseconds, Stopwatch.GetElapsedTime(start), errors);

        async Task OneAsync(int n, long due)
        {
            try
            {
                await call(n, cancellation);
            }
            catch (RpcException failure)
            {
                errors.AddOrUpdate(failure.StatusCode.ToString(), 1, (_, before) => before + 1);
            }
            milliseconds[n] = Stopwatch.GetElapsedTime(due).TotalMilliseconds;
        }
    }
}

/// <summary>How fast and how long.</summary>
/// <param name="Rate">Calls a second.</param>
/// <param name="Seconds">Length of the measure.</param>
/// <param name="WarmUpSeconds">Length of the warm-up before it.</param>
internal sealed record Pace(int Rate, int Seconds, int WarmUpSeconds);
