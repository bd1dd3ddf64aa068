using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Reseau.Partners.Search;

/// <summary>Writes fields one after the other, without names. What repeats between records goes by its number in a <see cref="CodePool"/>.</summary>
/// <param name="codes">Vocabularies, communes, hours.</param>
/// <param name="words">Words of running text; the first that come, which are the most frequent ones, until it is full.</param>
internal sealed class PackWriter(CodePool codes, CodePool words)
{
    // Whatever is longer is not a word, and is never met again.
    private const int LongestWord = 32;

    private readonly ArrayBufferWriter<byte> _bytes = new(2048);

    public void Clear() => _bytes.ResetWrittenCount();

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    public void Number(int value)
    {
        var rest = (uint)value;
        var span = _bytes.GetSpan(5);
        var length = 0;
        for (; rest >= 0x80; rest >>= 7) span[length++] = (byte)(rest | 0x80);
        span[length++] = (byte)rest;
        _bytes.Advance(length);
    }

    /// <summary>A number that may be absent; 0 or more.</summary>
    public void Number(int? value) => Number(value is { } known ? known + 1 : 0);

    public void Day(DateOnly? day) => Number(day?.DayNumber);

    public void Instant(DateTimeOffset at)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_bytes.GetSpan(sizeof(long)), at.UtcTicks);
        _bytes.Advance(sizeof(long));
    }

    public void Flag(bool value) => Number(value ? 1 : 0);

    public void Double(double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(_bytes.GetSpan(sizeof(double)), value);
        _bytes.Advance(sizeof(double));
    }

    public void Text(string? text)
    {
        if (text is null)
        {
            Number(0);
            return;
        }

        Text(text.AsSpan());
    }

    /// <summary>Running text, word by word: names and descriptions say the same few thousand words again and again.</summary>
    public void Prose(string? text)
    {
        if (text is null)
        {
            Number(0);
            return;
        }

        var count = 0;
        for (ReadOnlySpan<char> rest = text; rest.Length > 0; rest = rest[WordEnd(rest)..]) count++;
        Number(count + 1);
        ReadOnlySpan<char> left = text;
        while (left.Length > 0)
        {
            var word = left[..WordEnd(left)];
            Word(word);
            left = left[word.Length..];
        }
    }

    public void Code(string? code) => Number(code is null ? 0 : codes.NumberOf(code) + 1);

    public void Codes(IReadOnlyList<string> list)
    {
        Number(list.Count);
        foreach (var code in list) Code(code);
    }

    private void Word(ReadOnlySpan<char> word)
    {
        if (word.Length <= LongestWord && words.TryNumberOf(word, out var number))
        {
            Number(number + 1);
            return;
        }

        Number(0);
        Text(word);
    }

    private void Text(ReadOnlySpan<char> text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Number(length + 1);
        Encoding.UTF8.GetBytes(text, _bytes.GetSpan(length));
        _bytes.Advance(length);
    }

    // A word and what follows it up to the next one.
    private static int WordEnd(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && char.IsLetterOrDigit(text[end])) end++;
        while (end < text.Length && !char.IsLetterOrDigit(text[end])) end++;
        return end;
    }
}
