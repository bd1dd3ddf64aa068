using System.Runtime.CompilerServices;

namespace Reseau.Benchmarks.Measuring;

/// <summary>Says on standard error how far it is: the tables alone go to standard output.</summary>
internal static class Progress
{
    public static void Say(DefaultInterpolatedStringHandler text) => Console.Error.WriteLine($"{DateTime.UtcNow:HH:mm:ss} {text.ToStringAndClear()}");
}
