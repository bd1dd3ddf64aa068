using Reseau.Benchmarks.Data;
using Reseau.Load;

namespace Reseau.Benchmarks.Measuring;

/// <summary>What one engine did over all rounds.</summary>
/// <param name="Name">The engine.</param>
internal sealed record EngineMeasure(string Name)
{
    private readonly List<(QuestionKind Kind, double Milliseconds)> _latencies = [];

    /// <summary>Answers a second, by round.</summary>
    public List<double> Throughputs { get; } = [];

    /// <summary>The middle round.</summary>
    public double Throughput => Table.Median(Throughputs, rate => rate);

    public void Add(QuestionKind kind, double milliseconds) => _latencies.Add((kind, milliseconds));

    /// <summary>The latency that this share of the questions, of all kinds or of one, did not exceed.</summary>
    public double Percentile(double share, QuestionKind? kind = null) =>
        new Measure([.. _latencies.Where(latency => kind is null || latency.Kind == kind).Select(latency => latency.Milliseconds)], TimeSpan.FromSeconds(1), new Dictionary<string, int>(StringComparer.Ordinal))
            .Percentile(share);
}
