using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Reseau.Documents;

/// <summary>
/// Writes the objects of a PDF (ISO 32000-1) and, at its end, where each one is.
///
/// PdfPig, which reads fonts here and whole documents in the tests, also writes pages. Its files were tried and left: they carry a random
/// identifier, are packed by the machine's own zlib, whose output changes with its version, hold 255 letters a font, and know no structure
/// tree. A canonical document can afford none of it. Nothing is compressed here for the same reason.
/// </summary>
internal sealed class PdfFile : IDisposable
{
    private readonly MemoryStream _bytes = new();
    private readonly List<long> _places = [];

    public PdfFile()
    {
        // Four bytes above 127 tell programs that move files that this one is not text.
        Write("%PDF-1.7\n%");
        _bytes.Write([0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
    }

    /// <summary>Text as PDF has it beside pages: no letter of it can end it.</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>A number for an object that others name before it is written.</summary>
    public int Reserve()
    {
        _places.Add(0);
        return _places.Count;
    }

    public int Add(string body)
    {
        var number = Reserve();
        Write(number, body);
        return number;
    }

    /// <summary>Adds a stream.</summary>
    /// <param name="entries">Entries of its dictionary, without its length.</param>
    /// <param name="content">Its bytes.</param>
    public int Add(string entries, ReadOnlySpan<byte> content)
    {
        var number = Reserve();
        Begin(number);
        Write($"<< {entries} /Length {content.Length} >>\nstream\n");
        _bytes.Write(content);
        Write("\nendstream\nendobj\n");
        return number;
    }

    public void Write(int number, string body)
    {
        Begin(number);
        Write(body);
        Write("\nendobj\n");
    }

    /// <summary>Ends the file. Its identifier is a hash of what it holds.</summary>
    public byte[] Close(int catalog, int information)
    {
        var identifier = Convert.ToHexString(SHA256.HashData(_bytes.GetBuffer().AsSpan(0, (int)_bytes.Length)).AsSpan(0, 16));
        var table = _bytes.Length;
        Write(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {_places.Count + 1}\n0000000000 65535 f \n"));
        foreach (var place in _places) Write(string.Create(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n"));
        Write($"trailer\n<< /Size {_places.Count + 1} /Root {catalog} 0 R /Info {information} 0 R /ID [<{identifier}> <{identifier}>] >>\nstartxref\n{table}\n%%EOF\n");
        return _bytes.ToArray();
    }

    public void Dispose() => _bytes.Dispose();

    private void Begin(int number)
    {
        _places[number - 1] = _bytes.Length;
        Write($"{number} 0 obj\n");
    }

    private void Write(string text) => _bytes.Write(Encoding.Latin1.GetBytes(text));
}
