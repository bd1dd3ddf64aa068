namespace Reseau.Gateway.Portal.Labels;

/// <summary>Who is bound to whom, as a drawing: senders on the left, recipients on the right, a line for each policy. The table says the same.</summary>
public sealed class LinksDrawing
{
    private const int Top = 30;
    private const int Step = 34;

    /// <summary>Where lines begin and end, from the left.</summary>
    public const int FromX = 230;

    /// <inheritdoc cref="FromX"/>
    public const int ToX = 490;

    /// <summary>Width of the drawing.</summary>
    public const int Width = 720;

    private LinksDrawing(IReadOnlyList<string> from, IReadOnlyList<string> to, IReadOnlyList<Line> lines) => (From, To, Lines) = (from, to, lines);

    /// <summary>Institutions that send, in their order.</summary>
    public IReadOnlyList<string> From { get; }

    /// <summary>Institutions that receive, in their order.</summary>
    public IReadOnlyList<string> To { get; }

    public IReadOnlyList<Line> Lines { get; }

    public int Height => Y(Math.Max(From.Count, To.Count));

    /// <summary>Draws policies; who sends and receives stands on both sides.</summary>
    public static LinksDrawing Of(IReadOnlyList<Policies.V1.Policy> policies)
    {
        string[] from = [.. policies.Select(policy => policy.From).Distinct(StringComparer.Ordinal)];
        string[] to = [.. policies.Select(policy => policy.To).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new(from, to, [.. policies.Select(policy => new Line(Y(Array.IndexOf(from, policy.From)), Y(Array.IndexOf(to, policy.To)), policy.Standing))]);
    }

    /// <summary>Where a row is, from the top.</summary>
    public static int Y(int row) => Top + (row * Step);

    /// <summary>A line from a sender to a recipient.</summary>
    public sealed record Line(int FromY, int ToY, Policies.V1.Policy.Types.Standing Standing);
}
