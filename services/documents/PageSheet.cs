using System.Globalization;
using System.Text;

namespace Reseau.Documents;

/// <summary>What is drawn on a page. Letters are written as numbers of glyphs: none of them can be an operator.</summary>
/// <param name="number">Number of its object.</param>
/// <param name="letters">Where letters that are drawn are noted.</param>
internal sealed class PageSheet(int number, LettersUsed letters)
{
    public const double Width = 595.28;
    public const double Height = 841.89;

    // Letters that lean this much stand for italics, which the family of the font would need two more files for.
    private const string Slant = "0.21";

    private readonly StringBuilder _content = new();

    public int Number => number;

    /// <summary>Elements whose content is on this page, by its number.</summary>
    public List<StructureNode> Marked { get; } = [];

    public byte[] Content => Encoding.ASCII.GetBytes(_content.ToString());

    public void Begin(StructureNode node)
    {
        var mark = node.Mark(this);
        _content.Append(CultureInfo.InvariantCulture, $"/{node.Tag} << /MCID {mark} >> BDC\n");
    }

    /// <summary>What follows is no content: it is not read aloud.</summary>
    /// <param name="properties">Why it is there.</param>
    public void BeginArtifact(string properties) => _content.Append(CultureInfo.InvariantCulture, $"/Artifact << {properties} >> BDC\n");

    public void End() => _content.Append("EMC\n");

    public void Draw(TextLine line, double size, double x, double y)
    {
        if (line.Pieces.Count == 0) return;
        _content.Append("BT\n");
        foreach (var piece in line.Pieces)
        {
            _content.Append(CultureInfo.InvariantCulture, $"/{piece.Font.Resource} {size:0.##} Tf 1 0 {(piece.Slanted ? Slant : "0")} 1 {x:0.##} {y:0.##} Tm <");
            letters.Note(piece.Font, piece.Text);
            foreach (var letter in piece.Text) _content.Append(CultureInfo.InvariantCulture, $"{piece.Font.Glyph(letter):X4}");
            _content.Append("> Tj\n");
            x += piece.Width * size / 1000;
        }
        _content.Append("ET\n");
    }

    public void Rule(double x, double y, double width, double thickness) =>
        _content.Append(CultureInfo.InvariantCulture, $"{thickness:0.##} w {x:0.##} {y:0.##} m {x + width:0.##} {y:0.##} l S\n");
}
