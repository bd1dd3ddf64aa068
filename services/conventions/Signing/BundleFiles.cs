using System.IO.Compression;
using Reseau.Documents;

namespace Reseau.Conventions.Signing;

/// <summary>The files of a bundle somebody hands in: read whatever it claims to be, and never more of it than a bundle can hold.</summary>
internal sealed class BundleFiles
{
    /// <summary>Size past which a file is no bundle; a document of 300 pages has about 8 MB.</summary>
    public const int MostBytes = 128 * 1024 * 1024;

    private const int MostFiles = 300;

    private BundleFiles(byte[] zip, Dictionary<string, byte[]> files, List<Finding> findings)
    {
        Zip = zip;
        Files = files;
        Findings = findings;
    }

    public byte[] Zip { get; }

    public Dictionary<string, byte[]> Files { get; }

    public List<Finding> Findings { get; }

    public static BundleFiles Read(Stream stream)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var findings = new List<Finding>();
        if (ReadUpTo(stream, MostBytes) is not { } zip)
        {
            findings.Add(TooLarge());
            return new([], files, findings);
        }
        try
        {
            using var archive = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read);
            if (!TryRead(archive, files, findings))
            {
                files.Clear();
                findings.Add(TooLarge());
            }
        }
        catch (Exception failure) when (failure is InvalidDataException or NotSupportedException or IOException or ArgumentException or OverflowException)
        {
            files.Clear();
            findings.Add(Finding.Alert(FindingCode.NotAZip, "Le fichier n’est pas un zip, ou il est abîmé : il ne peut pas être lu."));
        }
        return new(zip, files, findings);
    }

    /// <summary>A name from outside, short and without letters that would play tricks on who reads it.</summary>
    public static string Shown(string name)
    {
        var plain = PlainText.Of(name, static _ => true);
        return $"« {(plain.Length > 80 ? plain[..80] + "…" : plain)} »";
    }

    private static bool TryRead(ZipArchive archive, Dictionary<string, byte[]> files, List<Finding> findings)
    {
        if (archive.Entries.Count > MostFiles) return false;
        var left = MostBytes;
        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            if (ReadUpTo(content, left) is not { } bytes) return false;
            left -= bytes.Length;
            if (!files.TryAdd(entry.FullName, bytes)) findings.Add(Finding.Alert(FindingCode.BundleUnexpectedFile, $"Le dossier contient deux fois le fichier {Shown(entry.FullName)}."));
        }
        return true;
    }

    // What a zip says of sizes is not believed: what comes out is counted.
    private static byte[]? ReadUpTo(Stream stream, int most)
    {
        using var kept = new MemoryStream();
        var piece = new byte[81_920];
        for (int read; (read = stream.Read(piece)) > 0;)
        {
            if (kept.Length + read > most) return null;
            kept.Write(piece, 0, read);
        }
        return kept.ToArray();
    }

    private static Finding TooLarge() => Finding.Alert(FindingCode.BundleTooLarge, "Le fichier est plus grand qu’aucun dossier de preuve : il n’a pas été lu en entier.");
}
