using System.Diagnostics.Metrics;
using Reseau.Hosting.Log;

namespace Reseau.Benchmarks.Running;

/// <summary>Counts the commits of the log in this process, and the commands in them.</summary>
internal sealed class SharedCommits : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _commits;
    private long _commands;

    public SharedCommits()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == LogMetrics.MeterName && instrument.Name == LogMetrics.CommandsPerCommit) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<int>((_, commands, _, _) =>
        {
            Interlocked.Increment(ref _commits);
            Interlocked.Add(ref _commands, commands);
        });
        _listener.Start();
    }

    public (long Commits, long Commands) Seen => (Interlocked.Read(ref _commits), Interlocked.Read(ref _commands));

    public void Dispose() => _listener.Dispose();
}
