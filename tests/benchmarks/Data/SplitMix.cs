namespace Reseau.Benchmarks.Data;

/// <summary>Pseudo-random numbers that are the same on every machine and with every version of .NET (SplitMix64).</summary>
internal sealed class SplitMix(ulong seed)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state = seed;

    /// <summary>A stream of its own for the n-th thing of a kind: any of them can be made without those before it.</summary>
    public static SplitMix For(ulong seed, string kind, int number)
    {
        foreach (var letter in kind) seed = Mix(seed + letter);
        return new(Mix(seed + (ulong)number));
    }

    /// <summary>Spreads a number over 64 bits.</summary>
    public static ulong Mix(ulong value)
    {
        value += Step;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <summary>From 0 to below a bound.</summary>
    public long Below(long bound) => (long)(ulong)(((UInt128)Next() * (ulong)bound) >> 64);

    /// <summary>From 0 to below a bound.</summary>
    public int Below(int bound) => (int)Below((long)bound);

    /// <summary>Whether something that happens so many times in a hundred happens.</summary>
    public bool Percent(int times) => Below(100) < times;

    /// <summary>One of them.</summary>
    public T Of<T>(IReadOnlyList<T> all) => all[Below(all.Count)];

    /// <summary>Some of them, each at most once.</summary>
    public T[] Some<T>(IReadOnlyList<T> all, int count) where T : notnull
    {
        var some = new List<T>(count);
        // Few are asked of many: repeats are rare, and giving up on one is no harm.
        for (var tries = 0; some.Count < count && tries < count * 8; tries++)
        {
            if (Of(all) is var one && !some.Contains(one)) some.Add(one);
        }

        return [.. some];
    }

    /// <summary>The rank of a share, when the shares of a hundred are these.</summary>
    public int Share(params ReadOnlySpan<int> shares)
    {
        var left = Below(100);
        for (var i = 0; i < shares.Length; i++)
        {
            if ((left -= shares[i]) < 0) return i;
        }

        return shares.Length;
    }

    private ulong Next()
    {
        var value = Mix(_state);
        _state += Step;
        return value;
    }
}
