using System.Diagnostics.Metrics;

namespace Reseau.Hosting.Log;

/// <summary>Measures the writing of the log.</summary>
public static class LogMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Reseau.Log";

    /// <summary>Name of the measure of commands that shared a commit.</summary>
    public const string CommandsPerCommit = "reseau.log.commands_per_commit";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Histogram<int> PerCommit = Meter.CreateHistogram<int>(CommandsPerCommit, "{command}", "Commands that shared one commit, and so one flush to the disk.");

    /// <summary>Notes one commit.</summary>
    public static void Committed(int commands) => PerCommit.Record(commands);
}
