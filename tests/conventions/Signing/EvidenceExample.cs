using Reseau.Conventions.Documents;
using Reseau.Conventions.Signing;
using Reseau.Conventions.Tests.Documents;
using Reseau.Documents;

namespace Reseau.Conventions.Tests.Signing;

/// <summary>A convention proposed, revised and signed by its two parties in their order; each test changes what it is about.</summary>
internal static class EvidenceExample
{
    public static readonly string Name = Example.Hosting.Name;

    public static readonly DateTimeOffset Start = new(2026, 2, 3, 9, 0, 0, TimeSpan.Zero);

    public static readonly RenderedDocument Draft = DocumentRenderer.Render(Example.Hosting with { Version = 2, NoticeDays = 30 });

    public static readonly RenderedDocument Document = DocumentRenderer.Render(Example.Hosting);

    public static readonly JournalTerms Terms = JournalTerms.Of(Example.Hosting, Start.AddDays(25));

    public static IReadOnlyList<JournalFact> Facts { get; } =
    [
        new() { Event = JournalEvent.Proposed, OccurredAt = Start, Version = 2, Institution = "institutions/commune", Signer = LeGoff, DocumentSha256 = Draft.Sha256, Terms = Terms },
        new() { Event = JournalEvent.Revised, OccurredAt = Start.AddDays(1), Version = 3, Institution = "institutions/relais", DocumentSha256 = Document.Sha256, Reason = "Un préavis de « 90 jours » \\ \"demandé\"\n<b>", Terms = Terms },
        Signature("institutions/commune", LeGoff, "maire", Start.AddDays(2).AddTicks(1_234_567)),
        Signature("institutions/relais", new("8c1f", "Morgane Tanguy 👍"), "présidente", Start.AddDays(3)),
        new() { Event = JournalEvent.Completed, OccurredAt = Start.AddDays(3), Version = 3 },
    ];

    public static IReadOnlyDictionary<string, byte[]> Documents { get; } = new Dictionary<string, byte[]> { [Draft.Sha256] = Draft.Pdf, [Document.Sha256] = Document.Pdf };

    public static Journal Signed { get; } = Journal.Of(Name, Facts);

    private static JournalSigner LeGoff => new("5b7e", "Anne Le Goff");

    public static JournalFact Signature(string institution, JournalSigner signer, string function, DateTimeOffset time) => new()
    {
        Event = JournalEvent.PartySigned, OccurredAt = time, Version = 3, Institution = institution, Signer = signer, Function = function, Mandate = "délibération 2026-41",
        Method = "re-authentication", Level = SignatureLevel.Simple, SignedInAt = time.AddSeconds(-40), DocumentSha256 = Document.Sha256,
    };

    /// <summary>The facts with one of them changed.</summary>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="change">What is changed.</param>
    public static List<JournalFact> With(int number, Func<JournalFact, JournalFact> change) => [.. Facts.Select((fact, index) => index == number - 1 ? change(fact) : fact)];

    public static byte[] Bundle(Journal? journal = null)
    {
        using var zip = new MemoryStream();
        EvidenceBundle.Write(zip, journal ?? Signed, Documents);
        return zip.ToArray();
    }

    public static VerificationReport Verify(byte[] bundle, string code = "")
    {
        using var stream = new MemoryStream(bundle);
        return EvidenceVerifier.Verify(stream, code);
    }

    public static VerificationReport Verify(IEnumerable<JournalFact> facts) => Verify(Bundle(Journal.Of(Name, facts)));
}
