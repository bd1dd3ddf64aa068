using System.Globalization;

namespace Reseau.Documents;

/// <summary>
/// Puts the parts of a document on pages, from top to bottom in one column, and names each in the structure tree as it goes. What repeats
/// on every page (foot, rules, headings of a table that goes on) is marked as decoration.
/// </summary>
internal sealed partial class DocumentLayout
{
    private const double Margin = 62;
    private const double Bottom = 78;
    private const double BodySize = 11;
    private const double FootSize = 8.5;
    private const double Leading = 1.38;
    private const double Indent = 20;
    private const double DeepestIndent = Margin + (8 * Indent);
    private const double Right = PageSheet.Width - Margin;

    private readonly PdfFile _file;
    private readonly List<PageSheet> _pages = [];
    private readonly LettersUsed _letters = new();
    private readonly StructureNode _document = new("Document");
    private readonly List<Bookmark> _bookmarks = [];
    private PageSheet _page;
    private double _y;

    public DocumentLayout(PdfFile file)
    {
        _file = file;
        _page = NewPage();
    }

    public IReadOnlyList<PageSheet> Pages => _pages;

    public IReadOnlyList<Bookmark> Bookmarks => _bookmarks;

    public StructureNode Document => _document;

    public LettersUsed Letters => _letters;

    public void Add(IEnumerable<DocumentPart> parts)
    {
        foreach (var part in parts) Add(part, _document, Margin);
    }

    /// <summary>Writes the foot of each page; last, because it says how many there are.</summary>
    public void AddFeet(string text)
    {
        var left = LineBreaker.Break([new(text)], FootSize, Right - Margin - 90);
        foreach (var (index, page) in _pages.Index())
        {
            page.BeginArtifact("/Type /Pagination /Subtype /Footer");
            foreach (var (row, line) in left.Take(2).Index()) page.Draw(line, FootSize, Margin, 48 - (row * FootSize * 1.2));
            var number = LineBreaker.Break([new(string.Create(CultureInfo.InvariantCulture, $"Page {index + 1} sur {_pages.Count}"))], FootSize, 90);
            foreach (var line in number) page.Draw(line, FootSize, Right - (line.Width * FootSize / 1000), 48);
            page.End();
        }
    }

    private void Add(DocumentPart part, StructureNode parent, double x)
    {
        switch (part)
        {
            case HeadingPart heading:
                AddHeading(heading, parent, x);
                break;
            case ParagraphPart paragraph:
                AddLines(LineBreaker.Break(paragraph.Runs, BodySize, Right - x), BodySize, parent, "P", x);
                _y -= 6;
                break;
            case ListPart list:
                AddList(list, parent, x);
                break;
            case TablePart table:
                AddTable(table, parent, x);
                break;
            case PageBreakPart:
                _page = NewPage();
                break;
            default:
                throw new InvalidOperationException($"No page draws a {part.GetType().Name}.");
        }
    }

    private void AddHeading(HeadingPart heading, StructureNode parent, double x)
    {
        var size = heading.Level switch { 1 => 20, 2 => 14.5, 3 => 12.5, _ => BodySize };
        var lines = LineBreaker.Break(heading.Runs, size, Right - x, bold: true);
        if (lines.Count == 0) return;
        var isTop = _y >= PageSheet.Height - Margin;
        if (!isTop) _y -= heading.Level <= 2 ? 12 : 6;
        // A heading does not stand alone at the foot of a page.
        if (!isTop && _y - (lines.Count * size * Leading) - (3 * BodySize * Leading) < Bottom) _page = NewPage();
        if (heading.Level <= 2) _bookmarks.Add(new(string.Concat(lines.SelectMany(line => line.Pieces).Select(piece => piece.Text)), _page, _y));
        AddLines(lines, size, parent, $"H{heading.Level}", x);
        _y -= 5;
    }

    private void AddList(ListPart list, StructureNode parent, double x)
    {
        var node = parent.Add("L", $"/A << /O /List /ListNumbering /{(list.First is null ? "Disc" : "Decimal")} >> ");
        foreach (var (index, item) in list.Items.Index())
        {
            var element = node.Add("LI");
            EnsureRoom(BodySize * Leading);
            var label = LineBreaker.Break([new(list.First is { } first ? string.Create(CultureInfo.InvariantCulture, $"{first + index}.") : "•")], BodySize, Right - x);
            var mark = element.Add("Lbl");
            _page.Begin(mark);
            foreach (var line in label.Take(1)) _page.Draw(line, BodySize, x, _y - (BodySize * Leading));
            _page.End();
            var body = element.Add("LBody");
            var inner = Math.Min(DeepestIndent, x + Math.Max(Indent, label.Take(1).Sum(line => line.Width * BodySize / 1000) + 5));
            foreach (var part in item) Add(part, body, inner);
            if (item.Count == 0) _y -= BodySize * Leading;
        }
        _y -= 2;
    }

    // Text without a letter is no element: it would be announced, and say nothing.
    private void AddLines(IReadOnlyList<TextLine> lines, double size, StructureNode parent, string tag, double x)
    {
        if (!lines.Any(line => line.Pieces.Count > 0)) return;
        var node = parent.Add(tag);
        PageSheet? begun = null;
        foreach (var line in lines)
        {
            if (_y - (size * Leading) < Bottom)
            {
                begun?.End();
                begun = null;
                _page = NewPage();
            }
            if (begun is null)
            {
                begun = _page;
                begun.Begin(node);
            }
            _y -= size * Leading;
            _page.Draw(line, size, x, _y);
        }
        begun?.End();
    }

    private void EnsureRoom(double height)
    {
        if (_y - height < Bottom) _page = NewPage();
    }

    private PageSheet NewPage()
    {
        var page = new PageSheet(_file.Reserve(), _letters);
        _pages.Add(page);
        _y = PageSheet.Height - Margin;
        return page;
    }
}
