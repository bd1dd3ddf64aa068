using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Reseau.Conventions.Tests.Documents;

/// <summary>Reads a document back as a program that reads aloud does: by its structure tree, never by the place of letters.</summary>
internal sealed class PdfReading : IDisposable
{
    private readonly PdfDocument _document;
    private readonly Dictionary<IndirectReference, Dictionary<int, string>> _marked = [];

    public PdfReading(byte[] pdf)
    {
        _document = PdfDocument.Open(pdf);
        var kids = (ArrayToken)Dictionary(Catalog, "Pages").Data["Kids"];
        foreach (var (index, kid) in kids.Data.Index())
        {
            var page = _document.GetPage(index + 1);
            var marked = new Dictionary<int, string>();
            foreach (var element in page.GetMarkedContents())
            {
                if (element.IsArtifact || element.MarkedContentIdentifier < 0) Artifacts.Add(TextOf(element));
                else marked.Add(element.MarkedContentIdentifier, TextOf(element));
            }
            _marked[((IndirectReferenceToken)kid).Data] = marked;
            Letters += page.Letters.Count;
        }
    }

    public DictionaryToken Catalog => _document.Structure.Catalog.CatalogDictionary;

    public DocumentInformation Information => _document.Information;

    public int Pages => _document.NumberOfPages;

    /// <summary>Letters on all pages, marked or not.</summary>
    public int Letters { get; }

    /// <summary>What is decoration.</summary>
    public List<string> Artifacts { get; } = [];

    /// <summary>Every element in its order: how deep, its name, and its own text.</summary>
    public IReadOnlyList<(int Depth, string Tag, string Text)> Elements
    {
        get
        {
            var elements = new List<(int, string, string)>();
            Read(Dictionary(Dictionary(Catalog, "StructTreeRoot"), "K"), 0, elements);
            return elements;
        }
    }

    /// <summary>All that is read aloud.</summary>
    public string Text => string.Join('\n', Elements.Select(element => element.Text).Where(text => text.Length > 0));

    /// <summary>The tree as lines.</summary>
    public string Outline => string.Concat(Elements.Select(element => $"{new string(' ', element.Depth * 2)}{element.Tag}{(element.Text.Length > 0 ? $" {element.Text}" : "")}\n"));

    public string Metadata => _document.TryGetXmpMetadata(out var metadata) ? System.Text.Encoding.UTF8.GetString(metadata.GetXmlBytes().ToArray()) : "";

    public IReadOnlyList<string> Bookmarks => _document.TryGetBookmarks(out var bookmarks) ? [.. bookmarks.GetNodes().Select(node => node.Title)] : [];

    public DictionaryToken Dictionary(DictionaryToken of, string name) => (DictionaryToken)Resolved(of.Data[name]);

    public void Dispose() => _document.Dispose();

    private void Read(DictionaryToken element, int depth, List<(int, string, string)> elements)
    {
        var place = elements.Count;
        elements.Add((depth, ((NameToken)element.Data["S"]).Data, ""));
        var text = "";
        foreach (var kid in ((ArrayToken)element.Data["K"]).Data.Select(Resolved).Cast<DictionaryToken>())
        {
            if (kid.Data.TryGetValue("MCID", out var mark)) text += _marked[((IndirectReferenceToken)kid.Data["Pg"]).Data][((NumericToken)mark).Int];
            else Read(kid, depth + 1, elements);
        }
        elements[place] = elements[place] with { Item3 = text };
    }

    private IToken Resolved(IToken token) => token is IndirectReferenceToken reference ? _document.Structure.GetObject(reference.Data).Data : token;

    private static string TextOf(MarkedContentElement element) => string.Concat(element.Letters.Select(letter => letter.Value));
}
