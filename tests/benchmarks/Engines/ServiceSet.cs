using System.Runtime.InteropServices;
using Reseau.Benchmarks.Data;

namespace Reseau.Benchmarks.Engines;

/// <summary>A set of services by its size and the sum of their spread numbers: two different sets of one size have another sum, save once in 2^64.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ServiceSet(int Count, ulong Sum)
{
    public static ServiceSet Of(IEnumerable<int> numbers)
    {
        var (count, sum) = (0, 0UL);
        foreach (var number in numbers) (count, sum) = (count + 1, unchecked(sum + SplitMix.Mix((ulong)number)));
        return new(count, sum);
    }
}
