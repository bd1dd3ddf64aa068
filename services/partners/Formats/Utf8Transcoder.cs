using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Reseau.Partners.Formats;

/// <summary>
/// Any of the encodings that French spreadsheets and systems write, to UTF-8, piece by piece: UTF-8 with or without mark, UTF-16, and
/// Windows-1252. The latter has no mark: a file is taken for it at its first byte that is not UTF-8, as long as only ASCII came before,
/// which is the same in both. Later than that, the file is broken.
/// </summary>
internal sealed class Utf8Transcoder
{
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private readonly byte[] _waiting = new byte[4];
    private int _waitingCount;
    private bool _started;
    private bool _sawMultibyte;
    private Decoder? _decoder;

    /// <summary>Takes the next bytes of the file.</summary>
    /// <exception cref="UnreadableFileException">They cannot be text; what came before is written.</exception>
    public void Write(ReadOnlySpan<byte> bytes, IBufferWriter<byte> output)
    {
        if (_waitingCount > 0)
        {
            var joined = new byte[_waitingCount + bytes.Length];
            _waiting.AsSpan(0, _waitingCount).CopyTo(joined);
            bytes.CopyTo(joined.AsSpan(_waitingCount));
            _waitingCount = 0;
            bytes = joined;
        }

        if (!_started && bytes.Length < _waiting.Length)
        {
            Wait(bytes);
            return;
        }

        Take(bytes, output, isLast: false);
    }

    /// <summary>The file has ended.</summary>
    public void Complete(IBufferWriter<byte> output) => Take(_waiting.AsSpan(0, _waitingCount), output, isLast: true);

    private void Take(ReadOnlySpan<byte> bytes, IBufferWriter<byte> output, bool isLast)
    {
        if (!_started) bytes = Start(bytes);
        if (_decoder is null) bytes = TakeUtf8(bytes, output, isLast);
        if (_decoder is null) Wait(bytes);
        else Decode(bytes, output, isLast);
    }

    private ReadOnlySpan<byte> Start(ReadOnlySpan<byte> bytes)
    {
        _started = true;
        switch (bytes)
        {
            case [0xEF, 0xBB, 0xBF, ..]:
                return bytes[3..];
            case [0xFF, 0xFE, ..]:
                _decoder = Strict(bigEndian: false);
                return bytes[2..];
            case [0xFE, 0xFF, ..]:
                _decoder = Strict(bigEndian: true);
                return bytes[2..];
            case [not 0, 0, ..]:
                _decoder = Strict(bigEndian: false);
                return bytes;
            case [0, not 0, ..]:
                _decoder = Strict(bigEndian: true);
                return bytes;
            default:
                return bytes;
        }
    }

    // Writes what is UTF-8; gives what waits for its last bytes, or, once it is not UTF-8, what is left for the decoder.
    private ReadOnlySpan<byte> TakeUtf8(ReadOnlySpan<byte> bytes, IBufferWriter<byte> output, bool isLast)
    {
        var whole = isLast ? bytes.Length : bytes.Length - Unfinished(bytes);
        if (Utf8.IsValid(bytes[..whole]))
        {
            _sawMultibyte |= !Ascii.IsValid(bytes[..whole]);
            output.Write(bytes[..whole]);
            return bytes[whole..];
        }

        var valid = 0;
        while (Rune.DecodeFromUtf8(bytes[valid..], out var rune, out var length) == OperationStatus.Done)
        {
            _sawMultibyte |= !rune.IsAscii;
            valid += length;
        }

        output.Write(bytes[..valid]);
        if (_sawMultibyte) throw new UnreadableFileException(0, FileMessages.BrokenEncoding);
        _decoder = Western.GetDecoder();
        return bytes[valid..];
    }

    private void Decode(ReadOnlySpan<byte> bytes, IBufferWriter<byte> output, bool isLast)
    {
        var letters = new char[_decoder!.GetCharCount(bytes, flush: false) + 2];
        try
        {
            var count = _decoder.GetChars(bytes, letters, isLast);
            // A surrogate pair cut between two pieces stays in the decoder: pieces are whole.
            Encoding.UTF8.GetBytes(letters.AsSpan(0, count), output);
        }
        catch (DecoderFallbackException)
        {
            throw new UnreadableFileException(0, FileMessages.BrokenEncoding);
        }
    }

    private void Wait(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_waiting);
        _waitingCount = bytes.Length;
    }

    // How many bytes at the end begin a character without finishing it.
    private static int Unfinished(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var b = bytes[^back];
            if ((b & 0xC0) == 0x80) continue;
            var length = b switch { >= 0xF0 => 4, >= 0xE0 => 3, >= 0xC0 => 2, _ => 1 };
            return length > back ? back : 0;
        }

        return 0;
    }

    private static Decoder Strict(bool bigEndian) => new UnicodeEncoding(bigEndian, byteOrderMark: false, throwOnInvalidBytes: true).GetDecoder();
}
