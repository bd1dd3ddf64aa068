using System.Buffers.Binary;
using Reseau.Referrals.Domain;

namespace Reseau.Referrals.Attachments;

/// <summary>
/// Finds out what a file is from its content, whatever it is called, without keeping more than its beginning and its end: the
/// first bytes say what it claims to be, the last ones that it is whole.
/// </summary>
internal sealed class FileSniffer
{
    private const int HeadSize = 96;

    // The directory of a zip stands at its end; a text of a thousand parts fits.
    private const int TailSize = 128 * 1024;
    private const int EndOfPage = 1024;

    private readonly byte[] _head = new byte[HeadSize];
    private readonly byte[] _tail = new byte[TailSize];
    private int _headLength;
    private int _tailLength;

    /// <summary>Whether what was read can no longer become one of the kinds.</summary>
    public bool IsHopeless => _headLength >= 8 && Claimed is null && !IsZip;

    private ReadOnlySpan<byte> Head => _head.AsSpan(0, _headLength);

    private ReadOnlySpan<byte> Tail => _tail.AsSpan(0, _tailLength);

    private bool IsZip => Head.StartsWith("PK\u0003\u0004"u8);

    private AttachmentKind? Claimed => Head switch
    {
        _ when Head.StartsWith("%PDF-"u8) => AttachmentKind.Pdf,
        _ when Head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) => AttachmentKind.Jpeg,
        _ when Head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) => AttachmentKind.Png,
        _ => null,
    };

    /// <summary>Reads the next bytes.</summary>
    public void Read(ReadOnlySpan<byte> piece)
    {
        var first = piece[..Math.Min(piece.Length, HeadSize - _headLength)];
        first.CopyTo(_head.AsSpan(_headLength));
        _headLength += first.Length;

        if (piece.Length >= TailSize)
        {
            piece[^TailSize..].CopyTo(_tail);
            _tailLength = TailSize;
            return;
        }
        var kept = Math.Min(_tailLength, TailSize - piece.Length);
        _tail.AsSpan(_tailLength - kept, kept).CopyTo(_tail);
        piece.CopyTo(_tail.AsSpan(kept));
        _tailLength = kept + piece.Length;
    }

    /// <summary>What the whole file is; null when it is none of the kinds, or not whole.</summary>
    public AttachmentKind? Kind() => Claimed switch
    {
        AttachmentKind.Pdf => End(EndOfPage).IndexOf("%%EOF"u8) >= 0 ? AttachmentKind.Pdf : null,
        // Telephones write more after the end of the picture.
        AttachmentKind.Jpeg => Tail.LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) >= 0 ? AttachmentKind.Jpeg : null,
        AttachmentKind.Png => End(EndOfPage).IndexOf("IEND"u8) >= 0 ? AttachmentKind.Png : null,
        _ => IsZip ? KindOfZip() : null,
    };

    private ReadOnlySpan<byte> End(int length) => Tail[Math.Max(0, _tailLength - length)..];

    private AttachmentKind? KindOfZip()
    {
        if (ZipDirectory.Read(Tail) is not { } names) return null;
        // OpenDocument 1.2, part 3, 3.3: the first file is "mimetype", neither compressed nor with an extra field.
        var mimetype = "mimetypeapplication/vnd.oasis.opendocument.text"u8;
        if (Head.Length >= 30 + mimetype.Length && Head[30..].StartsWith(mimetype) && BinaryPrimitives.ReadUInt32LittleEndian(Head[22..]) == (uint)mimetype.Length - 8)
            return names.Contains("content.xml") ? AttachmentKind.Odt : null;
        // A text with macros is a program.
        return names.Contains("[Content_Types].xml") && names.Contains("word/document.xml") && !names.Contains("word/vbaProject.bin") ? AttachmentKind.Docx : null;
    }
}
