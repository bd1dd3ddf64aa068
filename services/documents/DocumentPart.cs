namespace Reseau.Documents;

/// <summary>A part of a document, whatever it was written in: what a page draws, and what the structure tree names.</summary>
public abstract record DocumentPart;

/// <summary>A heading; the levels of a document have no gaps.</summary>
public sealed record HeadingPart(int Level, IReadOnlyList<TextRun> Runs) : DocumentPart
{
    public HeadingPart(int level, string text) : this(level, [new(text)])
    {
    }
}

/// <summary>A paragraph.</summary>
public sealed record ParagraphPart(IReadOnlyList<TextRun> Runs) : DocumentPart
{
    public ParagraphPart(string text) : this([new TextRun(text)])
    {
    }
}

/// <summary>A list; its labels are numbers from <paramref name="First"/>, or bullets when that is null.</summary>
public sealed record ListPart(int? First, IReadOnlyList<IReadOnlyList<DocumentPart>> Items) : DocumentPart
{
    public ListPart(IEnumerable<string> items) : this(null, [.. items.Select(item => (IReadOnlyList<DocumentPart>)[new ParagraphPart(item)])])
    {
    }
}

/// <summary>A table with a row of headings.</summary>
/// <param name="Columns">Headings.</param>
/// <param name="Rows">Rows, each with as many cells as there are headings.</param>
/// <param name="Numbers">Columns that hold numbers, which stand to the right.</param>
public sealed record TablePart(IReadOnlyList<CellText> Columns, IReadOnlyList<IReadOnlyList<CellText>> Rows, IReadOnlySet<int> Numbers) : DocumentPart
{
    public TablePart(IEnumerable<string> columns, IEnumerable<IEnumerable<string>> rows, params int[] numbers) : this(
        [.. columns.Select(text => new CellText(text))],
        [.. rows.Select(row => (IReadOnlyList<CellText>)[.. row.Select(text => new CellText(text))])],
        numbers.ToHashSet())
    {
    }
}

/// <summary>What a cell of a table says.</summary>
public sealed record CellText(IReadOnlyList<TextRun> Runs)
{
    public CellText(string text) : this([new TextRun(text)])
    {
    }
}

/// <summary>What comes next begins on a new page.</summary>
public sealed record PageBreakPart : DocumentPart;

/// <summary>Letters of one look. A line feed in them begins a new line.</summary>
public sealed record TextRun(string Text, bool Bold = false, bool Slanted = false);
