using System.IO.Compression;
using System.Text;

namespace Reseau.Referrals.Tests.Attachments;

/// <summary>Small files that are what they say, and some that are not.</summary>
internal static class Files
{
    public static byte[] Jpeg { get; } = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, .. new byte[40], 0xFF, 0xD9];

    public static byte[] Png { get; } = [0x89, .. "PNG\r\n\u001a\n"u8, .. new byte[40], .. "IEND"u8, 0xAE, 0x42, 0x60, 0x82];

    public static byte[] Docx { get; } = Zip(("_rels/.rels", "<Relationships/>"), ("word/document.xml", "<w:document/>"), ("[Content_Types].xml", "<Types/>"));

    public static byte[] Odt { get; } = Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<office:document-content/>"));

    /// <summary>A PDF as far as anybody looks, of a length, each part of which differs.</summary>
    public static byte[] Pdf(int length = 200)
    {
        var random = new Random(length);
        var bytes = new byte[length];
        random.NextBytes(bytes);
        "%PDF-1.7\n"u8.CopyTo(bytes);
        "\n%%EOF\n"u8.CopyTo(bytes.AsSpan(length - 7));
        return bytes;
    }

    public static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                // OpenDocument wants its first entry as it is.
                using var entry = zip.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Fastest).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }
        return bytes.ToArray();
    }
}
