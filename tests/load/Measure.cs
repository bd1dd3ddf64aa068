namespace Reseau.Load;

/// <summary>What one run gave. Every latency is kept, so percentiles are exact; a run is bounded, and so is their number.</summary>
internal sealed class Measure
{
    private readonly double[] _sorted;

    public Measure(double[] milliseconds, TimeSpan elapsed, IReadOnlyDictionary<string, int> errors)
    {
        _sorted = [.. milliseconds];
        Array.Sort(_sorted);
        Errors = errors;
        AchievedRate = _sorted.Length / elapsed.TotalSeconds;
    }

    /// <summary>Failed calls by gRPC status.</summary>
    public IReadOnlyDictionary<string, int> Errors { get; }

    /// <summary>Calls a second that were answered, from the first due to the last answer.</summary>
    public double AchievedRate { get; }

    /// <summary>Calls made.</summary>
    public int Count => _sorted.Length;

    /// <summary>Calls that failed.</summary>
    public int Failed => Errors.Values.Sum();

    /// <summary>The latency, in milliseconds, that this share of the calls did not exceed.</summary>
    public double Percentile(double share) => _sorted.Length == 0 ? 0 : _sorted[Math.Max(0, (int)Math.Ceiling(share * _sorted.Length) - 1)];
}
