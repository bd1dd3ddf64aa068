using System.Globalization;
using System.Security;
using System.Text;

namespace Reseau.Documents;

/// <summary>What a document is, beside what it says.</summary>
/// <param name="Title">Title of the file.</param>
/// <param name="Foot">Foot of every page.</param>
/// <param name="Identifier">What it is known by; empty for none.</param>
public sealed record DocumentFacts(string Title, string Foot, string Identifier)
{
    /// <summary>What programs may look up in the file: names without spaces, and values.</summary>
    public IReadOnlyList<(string Name, string Value)> Information { get; init; } = [];
}

/// <summary>
/// Renders parts as a PDF: the same parts are the same bytes, whatever the machine, the day or the culture.
/// 1. The parts on pages, with the structure tree. 2. The objects around them: fonts, outline, what the file is.
/// The file follows PDF/UA-1 (ISO 14289-1): tagged, with language, title and embedded fonts that map back to letters.
/// </summary>
public static class PdfRenderer
{
    /// <summary>Renders parts.</summary>
    /// <param name="parts">What it says; the first one is its title.</param>
    /// <param name="facts">What it is.</param>
    public static RenderedDocument Render(IEnumerable<DocumentPart> parts, DocumentFacts facts)
    {
        using var file = new PdfFile();
        var layout = new DocumentLayout(file);
        layout.Add(parts);
        layout.AddFeet(facts.Foot);

        var pdf = Assemble(file, layout, facts);
        return new(pdf, RenderedDocument.HashOf(pdf), layout.Pages.Count);
    }

    private static byte[] Assemble(PdfFile file, DocumentLayout layout, DocumentFacts facts)
    {
        var title = Plain(facts.Title);
        var fonts = string.Join(' ', ((EmbeddedFont[])[EmbeddedFont.Regular, EmbeddedFont.Bold]).Select(font => $"/{font.Resource} {font.WriteTo(file, layout.Letters.Of(font))} 0 R"));
        var resources = file.Add($"<< /Font << {fonts} >> >>");
        var tree = file.Reserve();
        foreach (var (index, page) in layout.Pages.Index())
        {
            var content = file.Add("", page.Content);
            file.Write(page.Number, string.Create(CultureInfo.InvariantCulture,
                $"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {PageSheet.Width} {PageSheet.Height}] /Resources {resources} 0 R /Contents {content} 0 R /StructParents {index} /Tabs /S >>"));
        }
        file.Write(tree, $"<< /Type /Pages /Kids [{string.Join(' ', layout.Pages.Select(page => $"{page.Number} 0 R"))}] /Count {layout.Pages.Count} >>");

        var structure = layout.Document.WriteTree(file, layout.Pages);
        var outline = WriteOutline(file, layout.Bookmarks);
        var metadata = file.Add("/Type /Metadata /Subtype /XML", Encoding.UTF8.GetBytes(Metadata(title, Plain(facts.Identifier))));
        var catalog = file.Add($"<< /Type /Catalog /Pages {tree} 0 R /Lang (fr-FR) /MarkInfo << /Marked true >> /StructTreeRoot {structure} 0 R /Outlines {outline} 0 R "
            + $"/ViewerPreferences << /DisplayDocTitle true >> /Metadata {metadata} 0 R >>");
        var more = string.Concat(facts.Information.Select(fact => $"/{fact.Name} {PdfFile.Text(Plain(fact.Value))} "));
        var information = file.Add($"<< /Title {PdfFile.Text(title)} /Producer {PdfFile.Text("Réseau")} {more}>>");
        return file.Close(catalog, information);
    }

    private static int WriteOutline(PdfFile file, IReadOnlyList<Bookmark> bookmarks)
    {
        var outline = file.Reserve();
        var numbers = bookmarks.Select(_ => file.Reserve()).ToList();
        foreach (var (index, bookmark) in bookmarks.Index())
        {
            var next = index + 1 < numbers.Count ? $"/Next {numbers[index + 1]} 0 R " : "";
            var previous = index > 0 ? $"/Prev {numbers[index - 1]} 0 R " : "";
            file.Write(numbers[index], string.Create(CultureInfo.InvariantCulture,
                $"<< /Title {PdfFile.Text(bookmark.Title)} /Parent {outline} 0 R {previous}{next}/Dest [{bookmark.Page.Number} 0 R /XYZ null {bookmark.Top:0.##} null] >>"));
        }
        var ends = numbers.Count > 0 ? $" /First {numbers[0]} 0 R /Last {numbers[^1]} 0 R /Count {numbers.Count}" : "";
        file.Write(outline, $"<< /Type /Outlines{ends} >>");
        return outline;
    }

    // No line of it ends in the source, whose line ends are those of who checked it out.
    private static string Metadata(string title, string identifier) => string.Concat(
        "<?xpacket begin=\"\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\">",
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">",
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">",
        $"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{SecurityElement.Escape(title)}</rdf:li></rdf:Alt></dc:title>",
        "<dc:language><rdf:Bag><rdf:li>fr-FR</rdf:li></rdf:Bag></dc:language>",
        identifier.Length == 0 ? "" : $"<dc:identifier>{SecurityElement.Escape(identifier)}</dc:identifier>",
        "<pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>");

    private static string Plain(string text) => PlainText.Of(text, EmbeddedFont.CanDraw);
}
