using System.Globalization;

namespace Reseau.Benchmarks.Measuring;

/// <summary>What else a reader of the figures must know.</summary>
internal static class Machine
{
    /// <summary>How many were at work in the last minute, and how many cores there are.</summary>
    public static string State => string.Create(CultureInfo.InvariantCulture, $"load average {LoadAverage()}, {Environment.ProcessorCount} cores, .NET {Environment.Version}");

    /// <summary>Resident memory of a process, in MB; of which its own, without the mapped files.</summary>
    public static (double Resident, double Anonymous) MemoryOf(int process)
    {
        var lines = File.ReadAllLines($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/status");
        return (Of("VmRSS:"), Of("RssAnon:"));

        double Of(string name) => double.Parse(lines.First(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * 1.024 / 1000;
    }

    private static string LoadAverage() => File.ReadAllText("/proc/loadavg").Split(' ')[0];
}
