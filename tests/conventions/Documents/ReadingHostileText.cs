using System.Text;
using Reseau.Conventions.Documents;
using Reseau.Documents;

namespace Reseau.Conventions.Tests.Documents;

public sealed class ReadingHostileText
{
    public static TheoryData<string, string> Shown => new()
    {
        { "<script>alert(1)</script>", "<script>alert(1)</script>" },
        { "<b>gras</b> et <img src=x onerror=alert(1)>", "<b>gras</b> et <img src=x onerror=alert(1)>" },
        { "![image](https://exemple.fr/a.png)", "![image](https://exemple.fr/a.png)" },
        { "[ici](javascript:alert(1))", "[ici](javascript:alert(1))" },
        { "[ici](http://exemple.fr)", "[ici](http://exemple.fr)" },
        { "[ici](data:text/html,x)", "[ici](data:text/html,x)" },
        { "[ici](https://exemple.fr/page)", "ici (https://exemple.fr/page)" },
        { "<https://exemple.fr>", "https://exemple.fr" },
        { ") Tj ET Q /F1 99 Tf (", ") Tj ET Q /F1 99 Tf (" },
        { "endstream endobj 1 0 obj << /Type /Catalog >> endobj", "endstream endobj 1 0 obj << /Type /Catalog >> endobj" },
        { "EMC /Artifact BMC", "EMC /Artifact BMC" },
        { "100\u202Eeuros 00 5\u202C", "100euros 00 5" },
        { "\u2066caché\u2069 \u200Bsuite\uFEFF", "caché suite" },
        { "a\u0000b\u0007c\u001Bd", "a\uFFFDbcd" },
        { "bravo 👍", "bravo [U+1F44D]" },
        { "\uD83Dseul", "\uFFFDseul" },
        { "Ștefan ﬁn", "Ștefan ﬁn" },
        { "日本", "[U+65E5][U+672C]" },
        { "e\u0301te\u0301", "été" },
    };

    [Theory]
    [MemberData(nameof(Shown))]
    public void It_stands_in_the_document_as_text(string markdown, string shown)
    {
        using var pdf = new PdfReading(Render(markdown));

        Assert.Contains(pdf.Elements, element => element.Tag == "P" && element.Text == Drawn(shown));
        Assert.Equal(pdf.Letters, pdf.Elements.Sum(element => element.Text.Length) + pdf.Artifacts.Sum(artifact => artifact.Length));
    }

    [Theory]
    [InlineData("**gras** _penché_ `code`")]
    [InlineData("# titre")]
    [InlineData("- point")]
    [InlineData("1. premier")]
    [InlineData("| a | b |")]
    [InlineData("    quatre espaces")]
    [InlineData("<b>&amp;</b> [x](https://exemple.fr) ![y](z)")]
    [InlineData("{{variable}} \\ ~ ^ $ # + = > ")]
    [InlineData("===")]
    public void A_value_is_never_read_as_Markdown(string value)
    {
        using var pdf = new PdfReading(Render($"{ClauseMarkdown.Escape(value)}\n\nAvant {ClauseMarkdown.Escape(value)} après"));

        Assert.Contains(pdf.Elements, element => element.Tag == "P" && element.Text == value.Trim());
        Assert.Contains(pdf.Elements, element => element.Tag == "P" && element.Text == $"Avant {value.Trim()} après");
    }

    [Fact]
    public void A_value_cannot_begin_a_paragraph_of_its_own()
    {
        using var pdf = new PdfReading(Render($"Avant {ClauseMarkdown.Escape("un\n\n# deux\r\n- trois")} après"));

        Assert.Contains(pdf.Elements, element => element.Tag == "P" && element.Text.Replace("  ", " ", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal) == "Avant un # deux - trois après");
    }

    [Fact]
    public void A_value_in_a_table_stays_in_its_cell()
    {
        using var pdf = new PdfReading(Render($"| a | b |\n|---|---|\n| {ClauseMarkdown.Escape("x | y")} | z |\n"));

        Assert.Equal(["x | y", "z"], pdf.Elements.Where(element => element.Tag == "TD").Select(element => element.Text).Take(2));
    }

    [Fact]
    public void A_word_wider_than_the_page_is_cut_and_loses_no_letter()
    {
        var word = string.Concat(Enumerable.Repeat("anticonstitutionnellement", 400));

        using var pdf = new PdfReading(Render(word));

        Assert.Contains(pdf.Elements, element => element.Tag == "P" && element.Text == word);
    }

    public static TheoryData<string> Nested => new(
        string.Concat(Enumerable.Range(0, 200).Select(depth => $"{new string(' ', depth * 2)}- niveau {depth} mot\n")),
        new string('>', 5_000) + " mot",
        string.Concat(Enumerable.Repeat("*_", 2_000)) + "mot" + string.Concat(Enumerable.Repeat("_*", 2_000)),
        string.Concat(Enumerable.Repeat("[", 3_000)) + "mot" + string.Concat(Enumerable.Repeat("](https://exemple.fr)", 900)),
        string.Concat(Enumerable.Repeat("- ", 3_000)) + "mot",
        string.Concat(Enumerable.Repeat("|", 5_000)) + " mot\n" + string.Concat(Enumerable.Repeat("|-", 3_000)));

    [Theory]
    [MemberData(nameof(Nested))]
    public void What_is_nested_without_end_is_drawn_all_the_same(string markdown)
    {
        using var pdf = new PdfReading(Render(markdown));

        Assert.Contains(pdf.Elements, element => element.Text.Contains("mot", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_and_titles_are_text_as_well()
    {
        const string Hostile = "</rdf:li>& \u202E) Tj <b>";
        using var pdf = new PdfReading(DocumentRenderer.Render(Example.Hosting with { Title = Hostile, Parties = [new("institutions/a", Hostile, Hostile, Hostile, Hostile, Hostile)] }).Pdf);

        Assert.Equal("</rdf:li>& ) Tj <b>", pdf.Information.Title);
        Assert.Contains((1, "H1", "</rdf:li>& ) Tj <b>"), pdf.Elements);
        Assert.Contains("&lt;/rdf:li&gt;&amp; ) Tj &lt;b&gt;", pdf.Metadata, StringComparison.Ordinal);
    }

    private static byte[] Render(string markdown) => DocumentRenderer.Render(Example.Hosting with { Clauses = [new("essai", "Essai", markdown)] }).Pdf;

    // What the font lacks is written otherwise; the rows say what is meant, this says what the font has of it.
    private static string Drawn(string shown) => string.Concat(shown.EnumerateRunes().Select(letter =>
        EmbeddedFont.CanDraw(letter.Value) ? $"{letter}" : letter.ToString().Normalize(NormalizationForm.FormKD) is [< '\u0250', ..] bare && bare[0] != letter.Value ? string.Concat(bare.Where(part => part < '\u0300')) : $"[U+{letter.Value:X4}]"));
}
