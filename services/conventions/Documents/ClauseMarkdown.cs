using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Reseau.Documents;

namespace Reseau.Conventions.Documents;

/// <summary>
/// Reads the Markdown of a clause: paragraphs, lists, emphasis, tables, headings. Anything else stands in the document as it was typed:
/// a signatory must see the text itself, so HTML is letters, an image is its source, and a link shows where it leads.
/// </summary>
public static class ClauseMarkdown
{
    /// <summary>Headings of a clause begin below its own, which is of level 2.</summary>
    private const int HighestHeading = 3;

    private const int LowestHeading = 6;

    private static readonly MarkdownPipeline Pipeline = Build();

    /// <summary>Makes a value stand in Markdown as it is: one line, in which no letter is a mark of Markdown.</summary>
    public static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length + 16);
        foreach (var letter in value.Trim())
        {
            // Each ASCII punctuation character may be escaped by a backslash, and stands for itself then (CommonMark 2.4).
            if (letter < 128 && (char.IsPunctuation(letter) || char.IsSymbol(letter))) escaped.Append('\\').Append(letter);
            else escaped.Append(char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter);
        }
        return escaped.ToString();
    }

    internal static IReadOnlyList<DocumentPart> Read(string markdown)
    {
        try
        {
            return new Reader(markdown).Parts(Markdown.Parse(markdown, Pipeline));
        }
        catch (ArgumentException)
        {
            // Nested deeper than the pipeline allows: nobody means that, so it stands as it was typed.
            return [new ParagraphPart(markdown)];
        }
    }

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = 32, PreciseSourceLocation = true };
        return builder.UsePipeTables().DisableHtml().Build();
    }

    private sealed class Reader(string source)
    {
        private int _heading = HighestHeading - 1;

        public IReadOnlyList<DocumentPart> Parts(ContainerBlock container) => [.. container.SelectMany(Parts)];

        private IEnumerable<DocumentPart> Parts(Block block) => block switch
        {
            HeadingBlock heading => [Heading(heading)],
            Table table => [TableOf(table)],
            ListBlock list => [new ListPart(First(list), [.. list.OfType<ContainerBlock>().Select(item => Parts(item))])],
            ParagraphBlock paragraph => [new ParagraphPart(Runs(paragraph.Inline))],
            CodeBlock code => [new ParagraphPart(code.Lines.ToString())],
            ThematicBreakBlock => [],
            ContainerBlock inner => Parts(inner),
            _ => [new ParagraphPart(Source(block.Span))],
        };

        // A level that skips another would break the outline that readers of the screen navigate by.
        private HeadingPart Heading(HeadingBlock heading)
        {
            _heading = Math.Clamp(heading.Level, HighestHeading, Math.Min(_heading + 1, LowestHeading));
            return new(_heading, Runs(heading.Inline));
        }

        private TablePart TableOf(Table table)
        {
            List<List<CellText>> rows = [.. table.OfType<TableRow>().Select(row => row.OfType<TableCell>().Select(CellOf).ToList())];
            var width = rows.Max(row => row.Count);
            foreach (var row in rows) row.AddRange(Enumerable.Repeat(new CellText(""), width - row.Count));
            var numbers = table.ColumnDefinitions.Index().Where(column => column.Item.Alignment == TableColumnAlign.Right).Select(column => column.Index);
            return new(rows[0], rows[1..], numbers.ToHashSet());
        }

        private CellText CellOf(TableCell cell) => new(Runs(cell.OfType<ParagraphBlock>().FirstOrDefault()?.Inline));

        private List<TextRun> Runs(ContainerInline? inlines)
        {
            var runs = new List<TextRun>();
            if (inlines is not null) Collect(inlines, bold: false, slanted: false, runs);
            return runs;
        }

        private void Collect(ContainerInline inlines, bool bold, bool slanted, List<TextRun> runs)
        {
            foreach (var inline in inlines)
            {
                switch (inline)
                {
                    case EmphasisInline emphasis:
                        Collect(emphasis, bold || emphasis.DelimiterCount == 2, slanted || emphasis.DelimiterCount == 1, runs);
                        break;
                    case LinkInline link when IsSafe(link):
                        Collect(link, bold, slanted, runs);
                        if (TextOf(link) != link.Url) Add($" ({link.Url})");
                        break;
                    case LinkInline link:
                        Add(Source(link.Span));
                        break;
                    case AutolinkInline link:
                        Add(link.Url);
                        break;
                    case ContainerInline inner:
                        Collect(inner, bold, slanted, runs);
                        break;
                    case LineBreakInline lineBreak:
                        Add(lineBreak.IsHard ? "\n" : " ");
                        break;
                    case LiteralInline literal:
                        Add(literal.Content.ToString());
                        break;
                    case CodeInline code:
                        Add(code.Content);
                        break;
                    case HtmlEntityInline entity:
                        Add(entity.Transcoded.ToString());
                        break;
                    default:
                        Add(Source(inline.Span));
                        break;
                }
            }

            void Add(string text) => runs.Add(new(text, bold, slanted));
        }

        private static bool IsSafe(LinkInline link) =>
            !link.IsImage && Uri.TryCreate(link.Url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps;

        private static string TextOf(LinkInline link) => string.Concat(link.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()));

        private static int? First(ListBlock list) =>
            !list.IsOrdered ? null : int.TryParse(list.OrderedStart, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var first) ? first : 1;

        private string Source(SourceSpan span) => span.IsEmpty || span.Start < 0 || span.End >= source.Length ? "" : source.Substring(span.Start, span.Length);
    }
}
