using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;

namespace Reseau.Gateway.Tests.Portal;

public sealed class ShowingClauses
{
    [Theory]
    [InlineData("un\ndeux\n\ntrois", "Paragraph:un deux / Paragraph:trois")]
    [InlineData("avant\n- un\n* deux\naprès", "Paragraph:avant / Bullets:un,deux / Paragraph:après")]
    [InlineData("1. un\n2) deux", "Numbers:un,deux")]
    [InlineData("# Titre\ntexte", "Heading:Titre / Paragraph:texte")]
    [InlineData("| a | b |\n|---|:--|\n| 1 | 2 |", "Table:a+b,1+2")]
    [InlineData("<script>alert(1)</script>", "Paragraph:<script>alert(1)</script>")]
    [InlineData("", "")]
    public void Texts_are_read_into_blocks(string text, string blocks) =>
        Assert.Equal(blocks, string.Join(" / ", ClauseText.Blocks(text).Select(block => $"{block.Kind}:{string.Join(',', block.Rows.Select(row => string.Join('+', row)))}")));

    [Theory]
    [InlineData("un **gras** et *penché*", "Text:un |Strong:gras|Text: et |Emphasis:penché")]
    [InlineData("[ici](https://a.fr) [là](http://b.fr)", "Link:ici>https://a.fr|Text: [là](http://b.fr)")]
    [InlineData("[x](javascript:alert(1))", "Text:[x](javascript:alert(1))")]
    [InlineData("de {{ somme }} à {{ Autre }}", "Text:de |Value:somme|Text: à {{ Autre }}")]
    [InlineData("5 \\* 3", "Text:5 |Text:*|Text: 3")]
    public void Lines_are_read_into_pieces(string line, string pieces) =>
        Assert.Equal(pieces, string.Join('|', ClauseText.Pieces(line).Select(piece => $"{piece.Kind}:{piece.Text}{(piece.Address.Length > 0 ? ">" + piece.Address : "")}")));

    [Theory]
    [InlineData("17 500,50", 1_750_050L)]
    [InlineData("17500.5 €", 1_750_050L)]
    [InlineData("0", 0L)]
    [InlineData("-1", null)]
    [InlineData("1,234", null)]
    [InlineData("beaucoup", null)]
    [InlineData("", null)]
    public void Sums_are_read_in_cents(string typed, long? cents) => Assert.Equal(cents, FrenchInput.Cents(typed));

    [Theory]
    [InlineData("Œuvres & Délais (2026)", "oeuvres-delais-2026")]
    [InlineData("???", "")]
    public void Keys_are_made_from_titles(string title, string slug) => Assert.Equal(slug, StableKey.Slug(title));
}
