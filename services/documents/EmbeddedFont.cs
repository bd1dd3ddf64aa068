using System.Globalization;
using System.Text;
using UglyToad.PdfPig.Fonts.TrueType;
using UglyToad.PdfPig.Fonts.TrueType.Parser;

namespace Reseau.Documents;

/// <summary>
/// A font that goes into every document, whole: Atkinson Hyperlegible, by the Braille Institute, drawn so that no letter is taken for another
/// (SIL Open Font License 1.1, Fonts/LICENSE.txt). PdfPig reads its tables; letters are drawn by the number of their glyph, which any number
/// of different letters fits in.
/// </summary>
internal sealed class EmbeddedFont
{
    private readonly ushort[] _glyphs = new ushort[char.MaxValue + 1];
    private readonly int[] _widths;

    private EmbeddedFont(string resource, byte[] file)
    {
        File = file;
        Resource = resource;
        var font = TrueTypeFontParser.Parse(new TrueTypeDataBytes(file));
        var tables = font.TableRegister;
        var map = font.WindowsUnicodeCMap ?? throw new InvalidOperationException("The font maps no Unicode letters.");
        for (var letter = ' '; letter < char.MaxValue; letter++)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is not (UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate)) _glyphs[letter] = (ushort)map.CharacterCodeToGlyphIndex(letter);
        }
        double perEm = tables.HeaderTable.UnitsPerEm;
        _widths = [.. Enumerable.Range(0, _glyphs.Max() + 1).Select(glyph => Thousandths(tables.HorizontalMetricsTable.GetAdvanceWidth(glyph)))];
        Name = tables.NameTable.GetPostscriptName() ?? throw new InvalidOperationException("The font has no name.");
        Ascent = Thousandths(tables.HorizontalHeaderTable.Ascent);
        Descent = Thousandths(tables.HorizontalHeaderTable.Descent);
        var box = tables.HeaderTable.Bounds;
        Box = string.Join(' ', ((double[])[box.Left, box.Bottom, box.Right, box.Top]).Select(side => Thousandths(side).ToString(CultureInfo.InvariantCulture)));

        int Thousandths(double units) => (int)Math.Round(units * 1000 / perEm, MidpointRounding.AwayFromZero);
    }

    public static EmbeddedFont Regular { get; } = Read("F1", "AtkinsonHyperlegible-Regular.ttf");

    public static EmbeddedFont Bold { get; } = Read("F2", "AtkinsonHyperlegible-Bold.ttf");

    /// <summary>Name in the resources of a page.</summary>
    public string Resource { get; }

    public string Name { get; }

    public byte[] File { get; }

    public int Ascent { get; }

    public int Descent { get; }

    public string Box { get; }

    /// <summary>Whether both fonts have the letter: what is bold must say what it says when it is not.</summary>
    public static bool CanDraw(int letter) => letter <= char.MaxValue && Regular._glyphs[letter] != 0 && Bold._glyphs[letter] != 0;

    public int Glyph(char letter) => _glyphs[letter];

    /// <summary>Width of a letter in thousandths of the font's size.</summary>
    public int Width(char letter) => _widths[_glyphs[letter]];

    public int Width(string text)
    {
        var width = 0;
        foreach (var letter in text) width += Width(letter);
        return width;
    }

    /// <summary>Writes the font with what is needed to draw the letters used, and to read them back.</summary>
    /// <param name="file">The document.</param>
    /// <param name="letters">Every letter drawn in it.</param>
    /// <returns>Number of the font's object.</returns>
    public int WriteTo(PdfFile file, IEnumerable<char> letters)
    {
        var used = new SortedDictionary<int, char>();
        // The no-break space may share the space's glyph, which then reads as the lower of them.
        foreach (var letter in letters.Order()) used.TryAdd(Glyph(letter), letter);
        var fontFile = file.Add($"/Length1 {File.Length}", File);
        // A culture may write a sign of its own before what is negative.
        var descriptor = file.Add(string.Create(CultureInfo.InvariantCulture,
            $"<< /Type /FontDescriptor /FontName /{Name} /Flags 32 /FontBBox [{Box}] /ItalicAngle 0 /Ascent {Ascent} /Descent {Descent} /CapHeight 668 /StemV {(this == Bold ? 140 : 80)} /FontFile2 {fontFile} 0 R >>"));
        var widths = string.Join(' ', used.Keys.Select(glyph => $"{glyph} [{_widths[glyph]}]"));
        var descendant = file.Add(
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{Name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
            + $"/FontDescriptor {descriptor} 0 R /DW 0 /W [{widths}] /CIDToGIDMap /Identity >>");
        var toUnicode = file.Add("", Encoding.ASCII.GetBytes(ToUnicode(used)));
        return file.Add($"<< /Type /Font /Subtype /Type0 /BaseFont /{Name} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {toUnicode} 0 R >>");
    }

    private static string ToUnicode(SortedDictionary<int, char> used)
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n")
            .Append("/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n")
            .Append("1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        // A section holds a hundred at most.
        foreach (var section in used.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{section.Length} beginbfchar\n");
            foreach (var (glyph, letter) in section) map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{(int)letter:X4}>\n");
            map.Append("endbfchar\n");
        }
        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }

    private static EmbeddedFont Read(string resource, string name)
    {
        using var file = typeof(EmbeddedFont).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The font {name} is missing.");
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return new(resource, bytes);
    }
}
