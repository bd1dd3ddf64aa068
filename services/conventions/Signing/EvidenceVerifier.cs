using System.Text.Json.Nodes;
using Reseau.Documents;

namespace Reseau.Conventions.Signing;

/// <summary>
/// Verifies the evidence of a convention with nothing but the bundle itself: no network, no database, no clock.
/// 1. The zip and its files. 2. The manifest against the files. 3. The journal's chain. 4. The journal against the rules of signing.
/// 5. The documents against the journal. 6. What follows from the journal, written anew. 7. The code that somebody kept, if they say it.
/// </summary>
public static class EvidenceVerifier
{
    private static readonly string[] Required =
        [EvidenceBundle.DocumentFile, EvidenceBundle.JournalFile, EvidenceBundle.ManifestFile, EvidenceBundle.ReadingFile, EvidenceBundle.HtmlReportFile, EvidenceBundle.PdfReportFile];

    /// <summary>Verifies a bundle.</summary>
    /// <param name="bundle">The zip, or what is said to be one.</param>
    /// <param name="knownCode">Verification code a party kept; empty when nobody says one. Spaces and case do not matter.</param>
    public static VerificationReport Verify(Stream bundle, string knownCode = "")
    {
        var read = BundleFiles.Read(bundle);
        var findings = read.Findings;
        if (read.Files.Count == 0)
        {
            if (findings.Count == 0) findings.Add(Finding.Alert(FindingCode.BundleIncomplete, "Le dossier est vide."));
            return new(findings, null);
        }

        var format = CheckFiles(read.Files, findings, out var manifest);
        if (format is null) return new(findings, null);
        var journal = CheckJournal(read.Files, manifest, findings);
        if (journal is not null)
        {
            var isWhole = findings.TrueForAll(finding => finding.Code is not (FindingCode.JournalEntryAltered or FindingCode.JournalEntryRemoved or FindingCode.JournalEntryAdded or FindingCode.JournalEntriesSwapped));
            var replay = JournalReplay.Of(journal);
            findings.AddRange(replay.Findings);
            CheckDocuments(read.Files, journal, replay, findings);
            if (isWhole) CheckDerived(read.Files, journal, format, findings);
            CheckCode(journal, knownCode, findings);
        }
        if (findings.TrueForAll(finding => !finding.IsAlert) && !StoredZip.Write(read.Files).AsSpan().SequenceEqual(read.Zip))
        {
            findings.Add(Finding.Note(FindingCode.Repacked, "Le fichier zip n’est pas celui que Réseau a écrit (il a pu être décompressé puis recompressé), mais tous ses fichiers sont ceux d’origine."));
        }
        return new([.. findings.OrderBy(finding => !finding.IsAlert)], journal);
    }

    private static string? CheckFiles(Dictionary<string, byte[]> files, List<Finding> findings, out JsonObject manifest)
    {
        manifest = [];
        foreach (var missing in Required.Where(name => !files.ContainsKey(name)))
        {
            findings.Add(Finding.Alert(FindingCode.BundleIncomplete, $"Il manque le fichier {missing} au dossier."));
        }
        if (!files.TryGetValue(EvidenceBundle.ManifestFile, out var manifestFile)) return EvidenceBundle.Format;
        if (CanonicalJson.Read(manifestFile) is not { } read || Text(read["format"]) is not { } format)
        {
            findings.Add(Finding.Alert(FindingCode.ManifestAltered, "Le fichier manifest.json n’est pas tel que Réseau l’écrit : il a été modifié ou abîmé."));
            return EvidenceBundle.Format;
        }
        if (format != EvidenceBundle.Format && !EvidenceBundle.EarlierFormats.Contains(format))
        {
            findings.Add(Finding.Alert(FindingCode.UnknownFormat, $"Le dossier est d’une forme que ce vérificateur ne connaît pas, {BundleFiles.Shown(format)} : utilisez une version plus récente de Réseau."));
            return null;
        }
        manifest = read;
        var listed = read["files"] as JsonObject ?? [];
        foreach (var (name, content) in files.Where(file => file.Key != EvidenceBundle.ManifestFile).OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            if (listed[name] is not JsonObject expected)
            {
                findings.Add(Finding.Alert(FindingCode.BundleUnexpectedFile, $"Le dossier contient le fichier {BundleFiles.Shown(name)}, que manifest.json ne nomme pas."));
            }
            else if (Text(expected["sha256"]) != RenderedDocument.HashOf(content) || Whole(expected["size"]) != content.Length || expected.Count != 2)
            {
                findings.Add(Finding.Alert(FindingCode.BundleAltered, $"Le fichier {BundleFiles.Shown(name)} n’est pas celui que nomme manifest.json."));
            }
        }
        foreach (var name in listed.Select(file => file.Key).Where(name => !files.ContainsKey(name) && !Required.Contains(name)))
        {
            findings.Add(Finding.Alert(FindingCode.BundleIncomplete, $"Il manque le fichier {BundleFiles.Shown(name)} au dossier."));
        }
        return format;
    }

    private static Journal? CheckJournal(Dictionary<string, byte[]> files, JsonObject manifest, List<Finding> findings)
    {
        if (!files.TryGetValue(EvidenceBundle.JournalFile, out var file)) return null;
        var (journal, finding) = JournalReader.Read(file);
        if (finding is not null) findings.Insert(0, finding);
        if (journal is null || manifest.Count == 0) return journal;

        if (finding is null && Text(manifest["code"]) != journal.Code)
        {
            findings.Insert(0, Finding.Alert(FindingCode.JournalEntryRemoved, $"La dernière écriture du journal ({journal.Entries.Count}) n’a pas le code de vérification que porte manifest.json : une écriture a été retirée ou ajoutée à la fin."));
        }
        if (Text(manifest["convention"]) != journal.Convention || Whole(manifest["version"]) != JournalReplay.Of(journal).Version || manifest.Count != 5)
        {
            findings.Add(Finding.Alert(FindingCode.ManifestAltered, "Le fichier manifest.json ne nomme pas la convention ou la version du journal."));
        }
        return journal;
    }

    private static void CheckDocuments(Dictionary<string, byte[]> files, Journal journal, JournalReplay replay, List<Finding> findings)
    {
        if (files.TryGetValue(EvidenceBundle.DocumentFile, out var document) && RenderedDocument.HashOf(document) is var hash && hash != replay.DocumentSha256)
        {
            findings.Insert(0, Finding.Alert(FindingCode.DocumentAltered, $"Le document a été modifié : son empreinte est {hash}, celle du document proposé à la signature est {replay.DocumentSha256}."));
        }
        var known = journal.Entries.Select(entry => entry.Fact.DocumentSha256).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, content) in files.Where(file => !Required.Contains(file.Key)))
        {
            var actual = RenderedDocument.HashOf(content);
            if (!name.StartsWith(EvidenceBundle.VersionFolder, StringComparison.Ordinal)) findings.Add(Finding.Alert(FindingCode.BundleUnexpectedFile, $"Le dossier contient le fichier {BundleFiles.Shown(name)}, qui n’en fait pas partie."));
            else if (name != $"{EvidenceBundle.VersionFolder}{actual}.pdf" || !known.Contains(actual)) findings.Add(Finding.Alert(FindingCode.DocumentAltered, $"Le fichier {BundleFiles.Shown(name)} n’est pas le document d’une version que nomme le journal."));
        }
    }

    private static void CheckDerived(Dictionary<string, byte[]> files, Journal journal, string format, List<Finding> findings)
    {
        if (format != EvidenceBundle.Format)
        {
            findings.Add(Finding.Note(FindingCode.ReportNotCompared, "Le rapport du dossier a été écrit par une version antérieure de Réseau, il n’a pas été comparé : lisez celui-ci."));
            return;
        }
        foreach (var (name, expected) in EvidenceBundle.Derived(journal).Where(file => files.TryGetValue(file.Key, out var content) && !content.AsSpan().SequenceEqual(file.Value)))
        {
            findings.Add(Finding.Alert(FindingCode.ReportAltered, $"Le fichier {name} a été modifié : il ne dit pas ce que dit le journal (il devrait avoir l’empreinte {RenderedDocument.HashOf(expected)})."));
        }
    }

    // A journal that goes on after the code was given still holds everything that had happened until then.
    private static void CheckCode(Journal journal, string knownCode, List<Finding> findings)
    {
        var code = string.Concat(knownCode.Where(letter => !char.IsWhiteSpace(letter))).ToLowerInvariant();
        var known = journal.Entries.FirstOrDefault(entry => entry.Hash == code);
        findings.Add(code.Length == 0
            ? Finding.Note(FindingCode.CodeToCompare, $"Comparez le code de vérification avec celui que vous avez noté en signant, ou avec celui d’un dossier plus ancien : {ReportWords.Groups(journal.Code)}. Un journal entièrement réécrit ne se voit qu’ainsi.")
            : known is null
                ? Finding.Alert(FindingCode.JournalRewritten, "Le code de vérification que vous donnez n’est celui d’aucune écriture de ce journal : le journal a été réécrit, ou ce code est celui d’une autre convention.")
                : Finding.Note(FindingCode.CodeConfirmed, known.Number == journal.Entries.Count
                    ? "Le code de vérification que vous donnez est celui de ce journal."
                    : $"Le code de vérification que vous donnez est celui de l’écriture {known.Number} : jusque-là, le journal n’a pas été réécrit. Les écritures suivantes sont venues après."));
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static int? Whole(JsonNode? node) => node is JsonValue value && value.TryGetValue(out int whole) ? whole : null;
}
