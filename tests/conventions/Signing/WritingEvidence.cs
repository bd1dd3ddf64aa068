using System.Globalization;
using System.Text;
using Reseau.Conventions.Signing;
using Reseau.Conventions.Tests.Documents;
using static Reseau.Conventions.Tests.Signing.EvidenceExample;

namespace Reseau.Conventions.Tests.Signing;

public sealed class WritingEvidence
{
    // Of the example's bundle. Somebody who changed a word of the report or of the reading note finds it here: see EvidenceBundle.Format.
    private const string PinnedSha256 = "bfc71723a63639f36980ca41f1451da098fc460a2041e29f9a1f8d3a94c77a60";
    private const string PinnedCode = "fd2ff5fe2b19ff7b6574c1e08f7eede01bbac91418deeaa3f6bcddfd259c550c";

    private static readonly Dictionary<string, byte[]> Files = OwnVerifier.Unzip(Bundle());

    [Fact]
    public void The_same_journal_is_the_same_bytes() => Assert.Equal(Bundle(), Bundle(Journal.Of(Name, Facts)));

    [Fact]
    public void Its_bytes_are_those_of_every_machine_and_version() => Assert.Equal(PinnedSha256, OwnSha256.Of(Bundle()));

    [Fact]
    public void Its_code_is_that_of_every_machine_and_version() => Assert.Equal(PinnedCode, Signed.Code);

    [Fact]
    public void The_culture_of_the_machine_changes_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new("ar-SA");

            Assert.Equal(Signed.Code, Journal.Of(Name, Facts).Code);
            Assert.Equal(OwnSha256.Of(Bundle(Signed)), OwnSha256.Of(Bundle(Journal.Of(Name, Facts))));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void It_holds_the_documents_to_the_byte()
    {
        Assert.Equal(Document.Pdf, Files["document.pdf"]);
        Assert.Equal(Draft.Pdf, Files[$"versions/{Draft.Sha256}.pdf"]);
        Assert.Equal(["LISEZMOI.txt", "document.pdf", "journal.json", "manifest.json", "report.html", "report.pdf", $"versions/{Draft.Sha256}.pdf"], Files.Keys);
    }

    [Fact]
    public void Without_the_document_of_the_last_version_there_is_no_evidence()
    {
        using var zip = new MemoryStream();

        Assert.Throws<ArgumentException>(() => EvidenceBundle.Write(zip, Signed, new Dictionary<string, byte[]> { [Draft.Sha256] = Draft.Pdf }));
        Assert.Equal(0, zip.Length);
    }

    [Fact]
    public void Each_entry_holds_the_hash_of_the_one_before_it()
    {
        Assert.Equal(Signed.Entries.Select(entry => entry.Hash).Prepend(Journal.Origin).SkipLast(1), Signed.Entries.Select(entry => entry.Previous));
        Assert.Equal(Signed.Entries[^1].Hash, Signed.Code);
    }

    [Fact]
    public void A_journal_goes_on_without_changing_what_it_held()
    {
        var longer = Journal.Of(Name, [.. Facts, new() { Event = JournalEvent.Suspended, OccurredAt = Start.AddDays(9), Version = 3, Reason = "travaux" }]);

        Assert.Equal(Signed.Entries.Select(entry => entry.Hash), longer.Entries.SkipLast(1).Select(entry => entry.Hash));
        Assert.NotEqual(Signed.Code, longer.Code);
    }

    [Fact]
    public void The_same_facts_of_two_conventions_have_two_codes() => Assert.NotEqual(Signed.Code, Journal.Of("conventions/other", Facts).Code);

    [Fact]
    public void Its_journal_reads_as_approved() => Golden.Verify("Signing/Golden/journal.json", Encoding.UTF8.GetString(Files["journal.json"]));

    [Fact]
    public void Its_report_reads_as_approved() => Golden.Verify("Signing/Golden/report.html", Encoding.UTF8.GetString(Files["report.html"]));

    [Fact]
    public void Its_reading_note_reads_as_approved() => Golden.Verify("Signing/Golden/LISEZMOI.txt", Encoding.UTF8.GetString(Files["LISEZMOI.txt"]));

    [Fact]
    public void Its_printed_report_says_what_the_page_says()
    {
        using var pdf = new PdfReading(Files["report.pdf"]);

        var page = System.Net.WebUtility.HtmlDecode(Encoding.UTF8.GetString(Files["report.html"])).Replace('\n', ' ');
        // The font has no drawing of the example's thumb: paper names it by its number.
        Assert.All(pdf.Elements.Where(element => element.Tag is "P" or "TD" or "TH"), element => Assert.Contains(
            element.Text.Replace("[U+1F44D]", "👍", StringComparison.Ordinal), page.Replace("<strong>", "", StringComparison.Ordinal).Replace("</strong>", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public void What_people_wrote_is_text_in_the_report()
    {
        var page = Encoding.UTF8.GetString(Files["report.html"]);

        Assert.Contains("&lt;b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_a_verification_says_reads_as_approved() =>
        Golden.Verify("Signing/Golden/verification.txt", Verify([.. With(4, fact => fact with { Mandate = "", OccurredAt = Start, SignedInAt = Start })]).ToText());

    [Fact]
    public void The_example_of_the_standard_has_the_hash_of_the_standard()
    {
        // FIPS 180-2, appendix B: the second verifier's own hash.
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", OwnSha256.Of("abc"u8.ToArray()));
        Assert.Equal("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1", OwnSha256.Of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"u8.ToArray()));
    }
}
