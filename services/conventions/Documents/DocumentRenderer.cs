using System.Globalization;
using System.Security;
using System.Text;

namespace Reseau.Conventions.Documents;

/// <summary>
/// Renders the canonical document of a convention: the same text is the same bytes, whatever the machine, the day or the culture.
/// 1. The text in parts. 2. The parts on pages, with the structure tree. 3. The objects around them: fonts, outline, what the file is.
/// The file follows PDF/UA-1 (ISO 14289-1): tagged, with language, title and embedded fonts that map back to letters.
/// </summary>
public static class DocumentRenderer
{
    /// <summary>Renders a text.</summary>
    public static RenderedDocument Render(ConventionText text) => Render(DocumentParts.Of(text), text.Title, text.Name, text.Version,
        string.Create(CultureInfo.InvariantCulture, $"{text.KindLabel} – {text.Name} – version {text.Version}{(text.IsPreview ? " – projet" : "")}"));

    /// <summary>Renders any parts.</summary>
    /// <param name="parts">What it says; the first one is its title.</param>
    /// <param name="title">Title of the file.</param>
    /// <param name="name">Convention it is about.</param>
    /// <param name="version">Version of that convention.</param>
    /// <param name="foot">Foot of every page.</param>
    internal static RenderedDocument Render(IEnumerable<DocumentPart> parts, string title, string name, int version, string foot)
    {
        using var file = new PdfFile();
        var layout = new DocumentLayout(file);
        layout.Add(parts);
        layout.AddFeet(foot);

        var pdf = Assemble(file, layout, PlainText.Of(title, EmbeddedFont.CanDraw), PlainText.Of(name, EmbeddedFont.CanDraw), version);
        return new(pdf, RenderedDocument.HashOf(pdf), layout.Pages.Count);
    }

    private static byte[] Assemble(PdfFile file, DocumentLayout layout, string title, string name, int version)
    {
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
        var metadata = file.Add("/Type /Metadata /Subtype /XML", Encoding.UTF8.GetBytes(Metadata(title, name, version)));
        var catalog = file.Add($"<< /Type /Catalog /Pages {tree} 0 R /Lang (fr-FR) /MarkInfo << /Marked true >> /StructTreeRoot {structure} 0 R /Outlines {outline} 0 R "
            + $"/ViewerPreferences << /DisplayDocTitle true >> /Metadata {metadata} 0 R >>");
        var information = file.Add($"<< /Title {PdfFile.Text(title)} /Producer {PdfFile.Text("Réseau")} "
            + $"/ReseauConvention {PdfFile.Text(name)} /ReseauVersion {PdfFile.Text(version.ToString(CultureInfo.InvariantCulture))} >>");
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
    private static string Metadata(string title, string name, int version) => string.Concat(
        "<?xpacket begin=\"\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\">",
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">",
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">",
        $"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{SecurityElement.Escape(title)}</rdf:li></rdf:Alt></dc:title>",
        "<dc:language><rdf:Bag><rdf:li>fr-FR</rdf:li></rdf:Bag></dc:language>",
        string.Create(CultureInfo.InvariantCulture, $"<dc:identifier>{SecurityElement.Escape(name)}@{version}</dc:identifier>"),
        "<pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>");
}
