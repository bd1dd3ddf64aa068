namespace Reseau.Documents;

/// <summary>Letters of one look on one line.</summary>
/// <param name="Text">The letters.</param>
/// <param name="Font">Their font.</param>
/// <param name="Slanted">Whether they lean.</param>
/// <param name="Width">Their width, in thousandths of their size.</param>
internal readonly record struct LinePiece(string Text, EmbeddedFont Font, bool Slanted, int Width);

/// <summary>A line of text.</summary>
internal sealed class TextLine
{
    public List<LinePiece> Pieces { get; } = [];

    /// <summary>Width in thousandths of the size.</summary>
    public int Width { get; private set; }

    public void Add(LinePiece piece)
    {
        if (Pieces is [.., var last] && last.Font == piece.Font && last.Slanted == piece.Slanted) Pieces[^1] = last with { Text = last.Text + piece.Text, Width = last.Width + piece.Width };
        else Pieces.Add(piece);
        Width += piece.Width;
    }
}
