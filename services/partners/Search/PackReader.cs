using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Reseau.Partners.Search;

/// <summary>Reads what a <see cref="PackWriter"/> wrote, in the same order.</summary>
internal ref struct PackReader(ReadOnlySpan<byte> bytes, CodePool codes, CodePool words)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public int Number()
    {
        uint value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = _rest[0];
            _rest = _rest[1..];
            value |= (uint)(next & 0x7F) << shift;
            if (next < 0x80) return (int)value;
        }
    }

    public int? OptionalNumber() => Number() is > 0 and var known ? known - 1 : null;

    public DateOnly? Day() => OptionalNumber() is { } day ? DateOnly.FromDayNumber(day) : null;

    public DateTimeOffset Instant()
    {
        var ticks = BinaryPrimitives.ReadInt64LittleEndian(_rest);
        _rest = _rest[sizeof(long)..];
        return new(ticks, TimeSpan.Zero);
    }

    public bool Flag() => Number() == 1;

    public double Double()
    {
        var value = BinaryPrimitives.ReadDoubleLittleEndian(_rest);
        _rest = _rest[sizeof(double)..];
        return value;
    }

    public ReadOnlySpan<byte> Bytes()
    {
        var length = Number() - 1;
        if (length < 0) return default;
        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }

    public string? Text()
    {
        if (_rest[0] != 0) return Encoding.UTF8.GetString(Bytes());
        _rest = _rest[1..];
        return null;
    }

    public string? Prose()
    {
        var count = Number() - 1;
        if (count < 0) return null;
        var taken = ArrayPool<string>.Shared.Rent(count);
        for (var i = 0; i < count; i++) taken[i] = Number() is > 0 and var number ? words[number - 1] : Text()!;
        var text = string.Concat(taken.AsSpan(0, count));
        ArrayPool<string>.Shared.Return(taken);
        return text;
    }

    public string? Code() => OptionalNumber() is { } number ? codes[number] : null;

    public CodeList Codes()
    {
        var count = Number();
        if (count == 0) return CodeList.Empty;
        var list = new string[count];
        for (var i = 0; i < count; i++) list[i] = Code()!;
        return CodeList.Create(list);
    }
}
