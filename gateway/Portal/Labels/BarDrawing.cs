namespace Reseau.Gateway.Portal.Labels;

/// <summary>Bars that lie one under the other, each of one or several parts. The table beside them says the same.</summary>
public sealed class BarDrawing
{
    /// <summary>Width of the drawing.</summary>
    public const int Width = 720;

    /// <summary>Where bars begin, from the left.</summary>
    public const int BarX = 250;

    /// <summary>Height of a bar.</summary>
    public const int BarHeight = 20;

    private const int BarWidth = 360;
    private const int Top = 10;
    private const int Step = 30;

    // More is read in the table.
    private const int MostRows = 20;
    private const int LongestLabel = 32;

    private BarDrawing(IReadOnlyList<Bar> bars, int left) => (Bars, Left) = (bars, left);

    public IReadOnlyList<Bar> Bars { get; }

    /// <summary>Rows that are not drawn.</summary>
    public int Left { get; }

    public int Height => Top + (Bars.Count * Step);

    /// <summary>Draws rows: what they are called, the parts of their bar with a class each, what is written after it. A part below 0 is not given, and not drawn.</summary>
    public static BarDrawing Of(IReadOnlyList<(string Label, IReadOnlyList<(double Value, string Kind)> Parts, string Text)> rows)
    {
        var most = Math.Max(1, rows.Select(row => row.Parts.Sum(part => Math.Max(0, part.Value))).DefaultIfEmpty().Max());
        return new([.. rows.Take(MostRows).Select((row, index) => Draw(row, Top + (index * Step), most))], Math.Max(0, rows.Count - MostRows));
    }

    private static Bar Draw((string Label, IReadOnlyList<(double Value, string Kind)> Parts, string Text) row, int y, double most)
    {
        var parts = new List<Part>();
        var x = (double)BarX;
        foreach (var (value, kind) in row.Parts.Where(part => part.Value > 0))
        {
            var width = value / most * BarWidth;
            parts.Add(new((int)Math.Round(x), (int)Math.Round(x + width) - (int)Math.Round(x), kind));
            x += width;
        }

        return new(row.Label.Length <= LongestLabel ? row.Label : row.Label[..(LongestLabel - 1)].TrimEnd() + "…", y, parts, (int)Math.Round(x), row.Text);
    }

    /// <summary>A bar with its label on the left and its text after its end.</summary>
    public sealed record Bar(string Label, int Y, IReadOnlyList<Part> Parts, int EndX, string Text);

    /// <summary>A part of a bar.</summary>
    public sealed record Part(int X, int Width, string Kind);
}
