namespace Reseau.Documents;

/// <summary>
/// Breaks a text into lines: at spaces, and inside a word only when it alone is wider than the line. The space at which a line is broken
/// stays at its end, unseen: whoever copies or hears the text needs it between the words.
/// </summary>
internal sealed class LineBreaker
{
    private readonly int _width;
    private readonly List<TextLine> _lines = [];
    private readonly List<LinePiece> _word = [];
    private TextLine _line = new();
    private LinePiece? _space;

    private LineBreaker(int width) => _width = width;

    /// <param name="runs">The text.</param>
    /// <param name="size">Size of its letters.</param>
    /// <param name="width">Width of a line.</param>
    /// <param name="bold">Whether all of it is bold.</param>
    public static IReadOnlyList<TextLine> Break(IEnumerable<TextRun> runs, double size, double width, bool bold = false)
    {
        var breaker = new LineBreaker((int)(width * 1000 / size));
        foreach (var run in runs) breaker.Add(PlainText.Of(run.Text, EmbeddedFont.CanDraw), bold || run.Bold ? EmbeddedFont.Bold : EmbeddedFont.Regular, run.Slanted);
        breaker.EndWord();
        if (breaker._line.Pieces.Count > 0) breaker._lines.Add(breaker._line);
        return breaker._lines;
    }

    private void Add(string text, EmbeddedFont font, bool slanted)
    {
        var start = 0;
        for (var place = 0; place <= text.Length; place++)
        {
            if (place < text.Length && text[place] is not (' ' or '\n')) continue;
            if (place > start) _word.Add(Piece(text[start..place], font, slanted));
            start = place + 1;
            if (place == text.Length) continue;
            EndWord();
            if (text[place] == '\n') BreakHere(Piece(" ", font, slanted));
            else if (_line.Pieces.Count > 0) _space = Piece(" ", font, slanted);
        }
    }

    private void EndWord()
    {
        if (_word.Count == 0) return;
        var width = _word.Sum(piece => piece.Width);
        if (_space is { } space)
        {
            var fits = _line.Width + space.Width + width <= _width;
            _line.Add(space);
            if (!fits) EndLine();
        }
        _space = null;
        foreach (var piece in _word) AddWhole(piece, isTooWide: width > _width);
        _word.Clear();
    }

    private void AddWhole(LinePiece piece, bool isTooWide)
    {
        if (!isTooWide)
        {
            _line.Add(piece);
            return;
        }
        var start = 0;
        var width = 0;
        for (var place = 0; place < piece.Text.Length; place++)
        {
            var letter = piece.Font.Width(piece.Text[place]);
            // A line holds one letter at least, however narrow it is.
            if (_line.Width + width + letter > _width && _line.Pieces.Count + place - start > 0)
            {
                if (place > start) _line.Add(Piece(piece.Text[start..place], piece.Font, piece.Slanted));
                EndLine();
                (start, width) = (place, 0);
            }
            width += letter;
        }
        if (start < piece.Text.Length) _line.Add(Piece(piece.Text[start..], piece.Font, piece.Slanted));
    }

    private void BreakHere(LinePiece space)
    {
        if (_line.Pieces.Count > 0) _line.Add(space);
        EndLine();
    }

    private void EndLine()
    {
        _lines.Add(_line);
        _line = new();
        _space = null;
    }

    private static LinePiece Piece(string text, EmbeddedFont font, bool slanted) => new(text, font, slanted, font.Width(text));
}
