using System.Globalization;

namespace Reseau.Benchmarks.Measuring;

/// <summary>Prints tables as deploy/PERFORMANCE.md shows them.</summary>
internal static class Markdown
{
    /// <summary>A paragraph.</summary>
    public static void Text(string text) => Console.WriteLine($"\n{text}");

    /// <summary>Begins a table.</summary>
    public static void Head(params ReadOnlySpan<string> columns)
    {
        Console.WriteLine();
        Row(columns);
        Console.WriteLine($"|{string.Concat(Enumerable.Repeat("---|", columns.Length))}");
    }

    /// <summary>A line of it.</summary>
    public static void Row(params ReadOnlySpan<string> cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");

    /// <summary>A whole number, its thousands apart.</summary>
    public static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', ' ');

    /// <summary>Three figures that mean something.</summary>
    public static string Figure(double value) => value switch
    {
        < 1 => value.ToString("0.000", CultureInfo.InvariantCulture),
        < 10 => value.ToString("0.00", CultureInfo.InvariantCulture),
        < 100 => value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => Number((long)Math.Round(value)),
    };
}
