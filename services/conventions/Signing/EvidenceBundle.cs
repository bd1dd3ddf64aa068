using System.Text;
using System.Text.Json.Nodes;
using Reseau.Conventions.Documents;
using Reseau.Documents;

namespace Reseau.Conventions.Signing;

/// <summary>
/// The evidence of a convention as one zip that stands without Réseau: the document, the journal, a report of both for people, and the
/// hashes of all. The same journal and documents are the same bytes.
/// </summary>
public static class EvidenceBundle
{
    /// <summary>
    /// What the manifest calls this form. A change of a single word of the report or of the reading note is a new form, because verifiers
    /// write both anew and compare: then raise the number and move this one to <see cref="EarlierFormats"/>. A test that pins their bytes says when.
    /// </summary>
    internal const string Format = "reseau-evidence/1";

    internal const string DocumentFile = "document.pdf";
    internal const string JournalFile = "journal.json";
    internal const string ManifestFile = "manifest.json";
    internal const string ReadingFile = "LISEZMOI.txt";
    internal const string HtmlReportFile = "report.html";
    internal const string PdfReportFile = "report.pdf";
    internal const string VersionFolder = "versions/";

    /// <summary>Forms whose journal and hashes are verified, and whose report is not written anew.</summary>
    internal static readonly string[] EarlierFormats = [];

    /// <summary>Writes the bundle.</summary>
    /// <param name="destination">Where to.</param>
    /// <param name="journal">What happened.</param>
    /// <param name="documents">Documents by their SHA-256; the last version's at least. Earlier versions that the journal names go along.</param>
    public static void Write(Stream destination, Journal journal, IReadOnlyDictionary<string, byte[]> documents)
    {
        var current = JournalReplay.Of(journal).DocumentSha256;
        if (!documents.TryGetValue(current, out var document)) throw new ArgumentException("The document of the last version is missing.", nameof(documents));
        var files = new Dictionary<string, byte[]>(Derived(journal), StringComparer.Ordinal) { [DocumentFile] = document, [JournalFile] = journal.ToJson() };
        foreach (var hash in journal.Entries.Select(entry => entry.Fact.DocumentSha256).Distinct().Where(hash => hash != current && documents.ContainsKey(hash)))
        {
            files[$"{VersionFolder}{hash}.pdf"] = documents[hash];
        }
        files[ManifestFile] = Manifest(journal, files);
        destination.Write(StoredZip.Write(files));
    }

    /// <summary>The files that follow from the journal.</summary>
    internal static Dictionary<string, byte[]> Derived(Journal journal)
    {
        var parts = EvidenceReport.Of(journal);
        var replay = JournalReplay.Of(journal);
        var title = EvidenceReport.TitleOf(journal);
        return new(StringComparer.Ordinal)
        {
            [HtmlReportFile] = Encoding.UTF8.GetBytes(PartsAsHtml.Of(title, parts)),
            [PdfReportFile] = DocumentRenderer.Render(parts, title, journal.Convention, replay.Version, $"Rapport de preuve – {journal.Convention} – version {replay.Version}").Pdf,
            [ReadingFile] = Encoding.UTF8.GetBytes(Reading(journal, replay)),
        };
    }

    private static byte[] Manifest(Journal journal, IReadOnlyDictionary<string, byte[]> files) => CanonicalJson.Write(new JsonObject
    {
        ["format"] = Format,
        ["convention"] = journal.Convention,
        ["version"] = JournalReplay.Of(journal).Version,
        ["code"] = journal.Code,
        ["files"] = new JsonObject(files.Select(file => KeyValuePair.Create<string, JsonNode?>(file.Key, new JsonObject
        {
            ["sha256"] = RenderedDocument.HashOf(file.Value), ["size"] = file.Value.Length,
        }))),
    });

    private static string Reading(Journal journal, JournalReplay replay) => string.Join('\n',
    [
        $"Dossier de preuve de la convention {journal.Convention}, version {replay.Version}",
        "",
        "document.pdf    le document signé, à l’octet près",
        "journal.json    ce qui s’est passé ; chaque écriture contient l’empreinte de la précédente",
        "report.html     le rapport, à lire dans un navigateur ; report.pdf : le même, à imprimer",
        "manifest.json   les empreintes de tous les fichiers",
        "versions/       les documents des versions précédentes, s’il y en a",
        "",
        "1. VÉRIFIER AVEC RÉSEAU, HORS LIGNE",
        "",
        "   dotnet run --project deploy/local -- verify-convention dossier.zip --code CODE",
        "",
        "   CODE est le code de vérification que vous avez noté en signant, ou celui d’un dossier plus ancien de la même convention.",
        "   Sans lui, un journal entièrement réécrit ne se voit pas.",
        $"   Celui de ce dossier : {journal.Code}",
        "",
        "2. VÉRIFIER À LA MAIN",
        "",
        "   Le document (sha256sum existe sur Linux ; sur macOS : shasum -a 256 ; sur Windows : Get-FileHash) :",
        "",
        $"   echo \"{replay.DocumentSha256}  document.pdf\" | sha256sum -c",
        "",
        "   Une écriture du journal, ici la première (0), puis la suivante (1), et ainsi de suite. Les deux lignes affichées doivent être égales,",
        "   et le champ « previous » de chaque écriture doit être le « hash » de la précédente (64 zéros pour la première) :",
        "",
        "   jq -cSj '.entries[0] | del(.hash)' journal.json | sha256sum | cut -c1-64",
        "   jq -r '.entries[0].hash' journal.json",
        "",
        "   Le « hash » de la dernière écriture est le code de vérification.",
        "",
        "   Les autres fichiers : leurs empreintes sont dans manifest.json.",
        "",
    ]);
}
