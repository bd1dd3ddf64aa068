using System.Diagnostics;
using Reseau.Benchmarks.Measuring;
using Reseau.Load;

namespace Reseau.Benchmarks.Running;

/// <summary>Waits until a Réseau that was started on a full directory has nothing left to do: its services catch up with each other first.</summary>
internal static class Quiet
{
    private const double BusyShare = 0.05;
    private const int QuietSeconds = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    public static async Task WaitAsync(LocalEdition edition, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        for (var quiet = 0; quiet < QuietSeconds && Stopwatch.GetElapsedTime(start) < Patience;)
        {
            var before = edition.ProcessorTime;
            await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
            quiet = (edition.ProcessorTime - before).TotalSeconds < BusyShare ? quiet + 1 : 0;
        }

        Progress.Say($"the edition was quiet {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s after its first answer");
    }
}
