using System.Globalization;
using System.IO.Compression;
using Json = System.Collections.Generic.SortedDictionary<string, object?>;

namespace Reseau.Conventions.Tests.Signing;

/// <summary>
/// A second verifier, written from the description of the evidence (services/decisions/0021-signing-evidence.md) and not from the first.
/// It only says yes or no; its JSON and its SHA-256 are its own.
/// </summary>
internal static class OwnVerifier
{
    /// <summary>Files of a bundle, each name once.</summary>
    public static Dictionary<string, byte[]> Unzip(byte[] bundle)
    {
        using var archive = new ZipArchive(new MemoryStream(bundle));
        var files = new Dictionary<string, byte[]>();
        foreach (var entry in archive.Entries)
        {
            using var content = new MemoryStream();
            using var opened = entry.Open();
            opened.CopyTo(content);
            files.Add(entry.FullName, content.ToArray());
        }
        return files;
    }

    public static byte[] Zip(IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }
        return zip.ToArray();
    }

    public static bool IsValid(byte[] bundle)
    {
        try
        {
            var files = Unzip(bundle);
            return ManifestHolds(files, out var manifest) && JournalHolds(files, manifest);
        }
        catch (Exception failure) when (failure is FormatException or InvalidDataException or ArgumentException or KeyNotFoundException or InvalidCastException or IndexOutOfRangeException or OverflowException)
        {
            return false;
        }
    }

    private static bool ManifestHolds(Dictionary<string, byte[]> files, out Json manifest)
    {
        manifest = Canonical(files["manifest.json"]);
        var listed = (Json)manifest["files"]!;
        return (string)manifest["format"]! == "reseau-evidence/1"
            && manifest.Keys.SequenceEqual(["code", "convention", "files", "format", "version"])
            && listed.Count == files.Count - 1
            && listed.All(file => file.Value is Json stated && stated.Count == 2 && (long)stated["size"]! == files[file.Key].Length && (string)stated["sha256"]! == OwnSha256.Of(files[file.Key]));
    }

    private static bool JournalHolds(Dictionary<string, byte[]> files, Json manifest)
    {
        var journal = Canonical(files["journal.json"]);
        var entries = ((List<object?>)journal["entries"]!).Cast<Json>().ToList();
        var (previous, time, number) = (new string('0', 64), "", 0L);
        string? document = null;
        Json? terms = null;
        var (version, state) = (0L, "");
        var signed = new List<string>();
        foreach (var entry in entries)
        {
            var content = new Json(entry, StringComparer.Ordinal);
            content.Remove("hash");
            if (OwnSha256.Of(OwnJson.Write(content)) != (string)entry["hash"]! || (string)entry["previous"]! != previous || (long)entry["number"]! != ++number) return false;
            if ((string)entry["convention"]! != (string)journal["convention"]! || string.CompareOrdinal(Text(entry, "time"), time) < 0) return false;
            (previous, time) = (Text(entry, "hash"), Text(entry, "time"));
            switch (Text(entry, "event"))
            {
                case "proposed" when state.Length == 0:
                case "revised" when state == "open":
                    if ((long)entry["version"]! <= version) return false;
                    (document, terms, version, state) = (Text(entry, "document_sha256"), (Json)entry["terms"]!, (long)entry["version"]!, "open");
                    signed.Clear();
                    break;
                case "party-signed" when state == "open" && SignatureHolds(entry, terms!, document!, version, signed):
                    signed.Add(Text(entry, "institution"));
                    break;
                case "completed" when state == "open" && signed.Count == Parties(terms!).Count:
                case "resumed" when state == "suspended":
                    state = "complete";
                    break;
                case "suspended" when state == "complete":
                    state = "suspended";
                    break;
                case "declined" or "withdrawn" when state == "open":
                case "expired" or "superseded" when state is "complete" or "suspended":
                case "terminated" when state is "open" or "complete" or "suspended":
                    state = "over";
                    break;
                default:
                    return false;
            }
        }
        return terms is not null && signed.Count == Parties(terms).Count && OwnSha256.Of(files["document.pdf"]) == document
            && (string)manifest["code"]! == previous && (long)manifest["version"]! == version && (string)manifest["convention"]! == (string)journal["convention"]!;
    }

    private static bool SignatureHolds(Json entry, Json terms, string document, long version, List<string> signed)
    {
        string[] levels = ["simple", "advanced", "qualified"];
        var parties = Parties(terms);
        var institution = Text(entry, "institution");
        var age = Time(Text(entry, "time")) - Time(Text(entry, "sign_in_time"));
        return Text(entry, "document_sha256") == document && (long)entry["version"]! == version
            && parties.Contains(institution) && !signed.Contains(institution)
            && (!(bool)terms["in_order"]! || parties[signed.Count] == institution)
            && string.CompareOrdinal(Text(entry, "time"), Text(terms, "sign_until")) < 0
            && Text(entry, "mandate").Trim().Length > 0
            && Text((Json)entry["signer"]!, "subject").Length > 0 && Text((Json)entry["signer"]!, "name").Length > 0
            && Array.IndexOf(levels, Text(entry, "level")) >= Array.IndexOf(levels, Text(terms, "level"))
            && age >= TimeSpan.FromMinutes(-1) && age <= TimeSpan.FromMinutes(5);
    }

    private static List<string> Parties(Json terms) => [.. ((List<object?>)terms["parties"]!).Select(party => Text((Json)party!, "institution"))];

    private static Json Canonical(byte[] file) => OwnJson.Parse(file) is Json json && OwnJson.Write(json).SequenceEqual(file) ? json : throw new FormatException("Not canonical.");

    private static string Text(Json json, string name) => (string)json[name]!;

    private static DateTime Time(string text) => DateTime.ParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
