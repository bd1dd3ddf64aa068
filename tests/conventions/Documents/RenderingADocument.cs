using System.Globalization;
using Reseau.Conventions.Documents;
using Reseau.Documents;
using UglyToad.PdfPig.Tokens;

namespace Reseau.Conventions.Tests.Documents;

public sealed class RenderingADocument
{
    // Of the example below. When it changes, no text that was proposed before renders to its own bytes any more: documents are kept as they
    // were signed, so nothing breaks, but know why it changed. Wanted changes: paste the new one.
    private const string PinnedSha256 = "9cf34305f7e6a2fa96174f0e8671c1db4ceb81f5156994c3853d93e665567da0";

    private static readonly RenderedDocument Hosting = DocumentRenderer.Render(Example.Hosting);

    [Fact]
    public void It_says_the_whole_convention_in_the_order_it_is_read()
    {
        using var pdf = new PdfReading(Hosting.Pdf);

        Golden.Verify("Documents/Golden/hosting.txt", pdf.Outline);
    }

    [Fact]
    public void The_same_text_is_the_same_bytes() => Assert.Equal(Hosting.Pdf, DocumentRenderer.Render(Example.Hosting).Pdf);

    [Fact]
    public void Its_bytes_are_those_of_every_machine_and_version() => Assert.Equal(PinnedSha256, Hosting.Sha256);

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("tr-TR")]
    [InlineData("sv-SE")]
    public void The_culture_of_the_machine_changes_nothing(string culture)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new(culture);

            Assert.Equal(Hosting.Sha256, DocumentRenderer.Render(Example.Hosting).Sha256);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    [Fact]
    public void Its_hash_is_that_of_its_bytes() => Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Hosting.Pdf)), Hosting.Sha256);

    public static TheoryData<ConventionText> Changed => new(
        Example.Hosting with { Title = "Accueil d’une permanence numérique à Douarnenez." },
        Example.Hosting with { Version = 4 },
        Example.Hosting with { Name = "conventions/other" },
        Example.Hosting with { IsPreview = true },
        Example.Hosting with { EndDate = new(2028, 2, 28) },
        Example.Hosting with { NoticeDays = 91 },
        Example.Hosting with { InOrder = false },
        Example.Hosting with { Level = Conventions.Signing.SignatureLevel.Advanced },
        Example.Hosting with { SignBefore = new(2026, 2, 27) },
        Example.Hosting with { Parties = [Example.Hosting.Parties[0], Example.Hosting.Parties[1] with { Mandate = "statuts, article 10" }] },
        Example.Hosting with { Parties = [Example.Hosting.Parties[1], Example.Hosting.Parties[0]] },
        Example.Hosting with { Commitments = [Example.Hosting.Commitments[0], Example.Hosting.Commitments[1] with { IsCondition = true }] },
        Example.Hosting with { ReferralTerms = [Example.Hosting.ReferralTerms[0] with { Lines = ["Thèmes : numérique.", "Réponse sous 6 jours ouvrés.", "20 orientations par mois au plus."] }] },
        Example.Hosting with { Financing = Example.Hosting.Financing! with { Costs = [Example.Hosting.Financing.Costs[0], Example.Hosting.Financing.Costs[1] with { UnitCents = 1_234_568 }] } });

    [Theory]
    [MemberData(nameof(Changed))]
    public void Whatever_is_changed_changes_its_hash(ConventionText text) => Assert.NotEqual(Hosting.Sha256, DocumentRenderer.Render(text).Sha256);

    [Fact]
    public void It_is_tagged_and_says_its_language_and_title()
    {
        using var pdf = new PdfReading(Hosting.Pdf);

        Assert.Equal("fr-FR", ((StringToken)pdf.Catalog.Data["Lang"]).Data);
        Assert.Equal(BooleanToken.True, pdf.Dictionary(pdf.Catalog, "MarkInfo").Data["Marked"]);
        Assert.Equal(BooleanToken.True, pdf.Dictionary(pdf.Catalog, "ViewerPreferences").Data["DisplayDocTitle"]);
        Assert.Equal(Example.Hosting.Title, pdf.Information.Title);
        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", pdf.Metadata, StringComparison.Ordinal);
        Assert.Contains(Example.Hosting.Title, pdf.Metadata, StringComparison.Ordinal);
    }

    [Fact]
    public void It_carries_the_name_and_version_of_the_convention()
    {
        using var pdf = new PdfReading(Hosting.Pdf);

        var information = pdf.Information.DocumentInformationDictionary!.Data;
        Assert.Equal(Example.Hosting.Name, ((IDataToken<string>)information["ReseauConvention"]).Data);
        Assert.Equal("3", ((IDataToken<string>)information["ReseauVersion"]).Data);
        Assert.Contains($"{Example.Hosting.Name}@3", pdf.Metadata, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_letter_belongs_to_the_text_or_is_marked_as_decoration()
    {
        using var pdf = new PdfReading(Hosting.Pdf);

        Assert.Equal(pdf.Letters, pdf.Elements.Sum(element => element.Text.Length) + pdf.Artifacts.Sum(artifact => artifact.Length));
    }

    [Fact]
    public void Each_page_says_its_number_outside_the_text()
    {
        using var pdf = new PdfReading(Hosting.Pdf);

        Assert.Equal(3, pdf.Pages);
        Assert.All(Enumerable.Range(1, 3), page => Assert.Contains(pdf.Artifacts, text => text.Contains($"version 3Page {page} sur 3", StringComparison.Ordinal)));
        Assert.DoesNotContain("Page 1 sur", pdf.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_have_no_gap_between_their_levels()
    {
        using var pdf = new PdfReading(DocumentRenderer.Render(With("# Un\n\ntexte\n\n###### Six\n\ntexte\n\n#### Quatre\n\ntexte")).Pdf);

        var levels = pdf.Elements.Where(element => element.Tag is ['H', >= '1' and <= '6']).Select(element => element.Tag[1] - '0').ToList();
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
        Assert.Contains((1, "H3", "Un"), pdf.Elements);
        Assert.Contains((1, "H4", "Six"), pdf.Elements);
    }

    [Fact]
    public void Its_outline_leads_to_each_article()
    {
        using var pdf = new PdfReading(Hosting.Pdf);

        Assert.Equal(
            [Example.Hosting.Title, "Entre", "Article 1 – Objet", "Article 2 – Horaires", "Durée", "Engagements", "Étapes", "Plan de financement", "Orientations", "Signatures"],
            pdf.Bookmarks);
    }

    [Fact]
    public void A_table_that_goes_on_repeats_its_headings_as_decoration()
    {
        var rows = string.Concat(Enumerable.Range(1, 90).Select(row => $"| jour {row} | {row} |\n"));
        using var pdf = new PdfReading(DocumentRenderer.Render(With($"| Jour | Places |\n|---|---:|\n{rows}")).Pdf);

        Assert.Equal(90, pdf.Elements.Count(element => element is { Tag: "TD", Text: ['j', 'o', 'u', 'r', ..] }));
        Assert.Single(pdf.Elements, element => element is { Tag: "TH", Text: "Jour" });
        Assert.Equal(3, pdf.Artifacts.Count(text => text == "JourPlaces"));
    }

    [Fact]
    public void A_row_longer_than_a_page_goes_on_and_is_read_as_one()
    {
        var cell = string.Join(' ', Enumerable.Range(1, 2_000).Select(word => $"mot{word}"));
        using var pdf = new PdfReading(DocumentRenderer.Render(With($"| Jour | Texte |\n|---|---|\n| lundi | {cell} |\n| mardi | court |\n")).Pdf);

        Assert.Single(pdf.Elements, element => element.Tag == "TD" && element.Text == cell);
        Assert.Single(pdf.Elements, element => element is { Tag: "TD", Text: "court" });
    }

    [Fact]
    public void A_table_with_more_columns_than_a_page_is_wide_loses_nothing()
    {
        var columns = Enumerable.Range(1, 60).Select(column => $"colonne{column}").ToList();
        var markdown = $"| {string.Join(" | ", columns)} |\n|{string.Concat(columns.Select(_ => "---|"))}\n| {string.Join(" | ", columns)} |\n";

        using var pdf = new PdfReading(DocumentRenderer.Render(With(markdown)).Pdf);

        Assert.Equal(columns, pdf.Elements.Where(element => element.Tag == "TD" && element.Text.StartsWith("colonne", StringComparison.Ordinal)).Select(element => element.Text));
    }

    [Fact]
    public void A_preview_says_that_nobody_can_sign_it()
    {
        using var pdf = new PdfReading(DocumentRenderer.Render(Example.Hosting with { IsPreview = true, StartDate = null, EndDate = null, SignBefore = null }).Pdf);

        Assert.Contains("Projet : ce texte n’a pas été proposé à ses parties, et personne ne peut le signer.", pdf.Text, StringComparison.Ordinal);
        Assert.Contains(pdf.Artifacts, text => text.Contains("– projet", StringComparison.Ordinal));
    }

    [Fact]
    public void Three_hundred_pages_take_bounded_memory()
    {
        var clause = string.Join("\n\n", Enumerable.Repeat("Une phrase assez longue pour aller à la ligne, et qui recommence encore une fois pour remplir le paragraphe de *mots*.", 60));
        var text = Example.Hosting with { Clauses = [.. Enumerable.Range(1, 100).Select(number => new TextClause($"c{number}", $"Titre {number}", clause))] };
        var before = GC.GetAllocatedBytesForCurrentThread();

        var document = DocumentRenderer.Render(text);

        Assert.InRange(document.Pages, 300, 500);
        Assert.InRange(document.Pdf.Length, 0, 12_000_000);
        // All of it, most of which is let go at once: what is held at any time is a small part of that.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 400_000_000);
        Assert.Equal(document.Sha256, DocumentRenderer.Render(text).Sha256);
    }

    private static ConventionText With(string markdown) => Example.Hosting with { Clauses = [new("essai", "Essai", markdown)] };
}
