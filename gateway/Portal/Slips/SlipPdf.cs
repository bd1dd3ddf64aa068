using System.Collections.Concurrent;
using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;
using Font = UglyToad.PdfPig.Writer.PdfDocumentBuilder.AddedFont;

namespace Reseau.Gateway.Portal.Slips;

/// <summary>
/// The slip as a PDF: large letters, one column. Its title says nothing of the person, because titles show where files are listed.
/// The letters are Atkinson Hyperlegible, by the Braille Institute, drawn so that none is taken for another (SIL Open Font License 1.1,
/// services/documents/Fonts); they come with the gateway, since a server has no fonts of its own to count on.
/// </summary>
internal sealed class SlipPdf : IDisposable
{
    private const double Margin = 60;
    private const double Spacing = 1.35;

    private static readonly byte[] RegularFile = Read("AtkinsonHyperlegible-Regular.ttf");
    private static readonly byte[] BoldFile = Read("AtkinsonHyperlegible-Bold.ttf");
    private static readonly ConcurrentDictionary<char, bool> Drawable = new();

    private readonly PdfDocumentBuilder _document = new();
    private readonly Font _regular;
    private readonly Font _bold;
    private PdfPageBuilder _page;
    private double _y;

    private SlipPdf(string title)
    {
        _document.DocumentInformation.Title = title;
        _document.DocumentInformation.Producer = "Réseau";
        _regular = _document.AddTrueTypeFont(RegularFile);
        _bold = _document.AddTrueTypeFont(BoldFile);
        _page = NewPage();
    }

    public static byte[] Write(Slip slip)
    {
        using var pdf = new SlipPdf(slip.Title);
        pdf.Add(slip.Title, 26, pdf._bold);
        pdf.Add(slip.For, 14, pdf._regular);
        foreach (var part in slip.Parts)
        {
            pdf._y -= 14;
            pdf.Add(part.Question, 17, pdf._bold);
            foreach (var line in part.Lines) pdf.Add(line, 14, pdf._regular);
        }
        pdf._y -= 20;
        pdf.Add(slip.Made, 11, pdf._regular);
        return pdf._document.Build();
    }

    public void Dispose() => _document.Dispose();

    private void Add(string text, double size, Font font)
    {
        foreach (var line in Wrap(Plain(text), size, font))
        {
            _y -= size * Spacing;
            if (_y < Margin)
            {
                _page = NewPage();
                _y -= size * Spacing;
            }
            _page.AddText(line, size, new PdfPoint(Margin, _y), font);
        }
    }

    private List<string> Wrap(string text, double size, Font font)
    {
        var lines = new List<string>();
        foreach (var word in text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = lines.Count == 0 ? word : $"{lines[^1]} {word}";
            if (lines.Count > 0 && Width(longer, size, font) <= _page.PageSize.Width - (2 * Margin)) lines[^1] = longer;
            else lines.Add(word);
        }
        return lines;
    }

    private double Width(string text, double size, Font font) => _page.MeasureText(text, size, new PdfPoint(0, 0), font)[^1].EndBaseLine.X;

    // A letter the font lacks is drawn without its accent, or as a question mark: a slip with a blemish is better than none.
    private string Plain(string text) => string.Concat(text.Normalize(NormalizationForm.FormC).EnumerateRunes().Select(Plain));

    private string Plain(Rune letter)
    {
        if (Rune.IsWhiteSpace(letter) && !(letter.IsBmp && IsDrawable((char)letter.Value))) return " ";
        if (letter.IsBmp && IsDrawable((char)letter.Value)) return letter.ToString();
        var bare = letter.ToString().Normalize(NormalizationForm.FormD)[0];
        return !char.IsSurrogate(bare) && IsDrawable(bare) ? $"{bare}" : "?";
    }

    private bool IsDrawable(char letter) => Drawable.GetOrAdd(letter, static (asked, pdf) =>
    {
        try
        {
            pdf._page.MeasureText($"{asked}", 10, new PdfPoint(0, 0), pdf._regular);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }, this);

    private PdfPageBuilder NewPage()
    {
        var page = _document.AddPage(PageSize.A4);
        _y = page.PageSize.Height - Margin;
        return page;
    }

    private static byte[] Read(string name)
    {
        using var file = typeof(SlipPdf).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The font {name} is missing.");
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
