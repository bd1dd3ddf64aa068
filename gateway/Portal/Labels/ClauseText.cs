using System.Text.RegularExpressions;

namespace Reseau.Gateway.Portal.Labels;

/// <summary>
/// Reads the Markdown of clauses for the screen: paragraphs, lists, headings, tables, emphasis, links to https. All else stays the text it is, so
/// nothing written in a clause or in a value becomes an element of the page. What is signed is the PDF, which the service renders.
/// </summary>
public static partial class ClauseText
{
    /// <summary>The blocks of a text.</summary>
    public static IReadOnlyList<ClauseBlock> Blocks(string text)
    {
        var blocks = new List<ClauseBlock>();
        var kind = (ClauseBlock.Shape?)null;
        var rows = new List<IReadOnlyList<string>>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Append(""))
        {
            var (next, content) = Read(line, kind);
            if (next != kind || next == ClauseBlock.Shape.Heading)
            {
                if (kind is { } ended && rows.Count > 0) blocks.Add(new(ended, [.. rows]));
                (kind, rows) = (next, []);
            }

            if (next is null || content is null) continue;
            // Lines of a paragraph, and lines that go on with an item, are one text.
            if (next == ClauseBlock.Shape.Paragraph && rows.Count > 0) rows[0] = [$"{rows[0][0]} {content[0]}"];
            else rows.Add(content);
        }

        return blocks;
    }

    /// <summary>The pieces of a line: emphasis, links and values between words.</summary>
    public static IEnumerable<ClausePiece> Pieces(string text)
    {
        var at = 0;
        foreach (Match match in Inline().Matches(text))
        {
            if (match.Index > at) yield return new(ClausePiece.Shape.Text, text[at..match.Index]);
            yield return match.Groups switch
            {
                _ when match.Groups["escaped"].Success => new(ClausePiece.Shape.Text, match.Groups["escaped"].Value),
                _ when match.Groups["variable"].Success => new(ClausePiece.Shape.Value, match.Groups["variable"].Value),
                _ when match.Groups["strong"].Success => new(ClausePiece.Shape.Strong, match.Groups["strong"].Value),
                _ when match.Groups["emphasis"].Success => new(ClausePiece.Shape.Emphasis, match.Groups["emphasis"].Value),
                _ => new(ClausePiece.Shape.Link, match.Groups["words"].Value, match.Groups["address"].Value),
            };
            at = match.Index + match.Length;
        }

        if (at < text.Length) yield return new(ClausePiece.Shape.Text, text[at..]);
    }

    private static (ClauseBlock.Shape?, IReadOnlyList<string>?) Read(string line, ClauseBlock.Shape? before)
    {
        var trimmed = line.Trim();
        if (trimmed.Length == 0) return (null, null);
        if (Bullet().Match(trimmed) is { Success: true } bullet) return (ClauseBlock.Shape.Bullets, [bullet.Groups["text"].Value]);
        if (Number().Match(trimmed) is { Success: true } number) return (ClauseBlock.Shape.Numbers, [number.Groups["text"].Value]);
        if (trimmed.StartsWith('#')) return (ClauseBlock.Shape.Heading, [trimmed.TrimStart('#').Trim()]);
        if (trimmed is ['|', .., '|'] && trimmed.Length > 2)
            return (ClauseBlock.Shape.Table, before == ClauseBlock.Shape.Table && Rule().IsMatch(trimmed) ? null : [.. trimmed[1..^1].Split('|').Select(cell => cell.Trim())]);
        return (ClauseBlock.Shape.Paragraph, [trimmed]);
    }

    [GeneratedRegex(@"^[-*+]\s+(?<text>.+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^\d{1,3}[.)]\s+(?<text>.+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\|[\s:|-]+\|$", RegexOptions.None, 1000)]
    private static partial Regex Rule();

    [GeneratedRegex("""\\(?<escaped>[!-/:-@\[-`{-~])|\{\{\s*(?<variable>[a-z0-9_]+)\s*\}\}|\*\*(?<strong>[^*]+)\*\*|\*(?<emphasis>[^*\s][^*]*)\*|\[(?<words>[^\]]+)\]\((?<address>https://[^)\s]+)\)""",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Inline();
}
