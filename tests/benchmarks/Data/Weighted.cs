namespace Reseau.Benchmarks.Data;

/// <summary>A choice among things of different weights.</summary>
internal sealed class Weighted<T>
{
    private readonly IReadOnlyList<T> _things;
    private readonly long[] _upTo;

    public Weighted(IReadOnlyList<T> things, Func<T, long> weight)
    {
        (_things, _upTo) = (things, new long[things.Count]);
        var sum = 0L;
        for (var i = 0; i < things.Count; i++) _upTo[i] = sum += weight(things[i]);
    }

    /// <summary>One of them, in proportion to their weights.</summary>
    public T Pick(SplitMix random)
    {
        var at = Array.BinarySearch(_upTo, random.Below(_upTo[^1]) + 1);
        return _things[at < 0 ? ~at : at];
    }
}
