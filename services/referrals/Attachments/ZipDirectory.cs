using System.Buffers.Binary;
using System.Text;

namespace Reseau.Referrals.Attachments;

/// <summary>Reads the names in a zip from its last bytes, without unpacking anything.</summary>
internal static class ZipDirectory
{
    private const int EndSize = 22;
    private const int EntrySize = 46;

    /// <summary>The names; null when the end of a zip is not there, or its directory does not fit.</summary>
    public static HashSet<string>? Read(ReadOnlySpan<byte> tail)
    {
        var end = tail.LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || tail.Length - end < EndSize) return null;
        if (end + EndSize + BinaryPrimitives.ReadUInt16LittleEndian(tail[(end + 20)..]) != tail.Length) return null;
        var size = BinaryPrimitives.ReadUInt32LittleEndian(tail[(end + 12)..]);
        return size <= (uint)end ? Names(tail[(end - (int)size)..end]) : null;
    }

    private static HashSet<string>? Names(ReadOnlySpan<byte> directory)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (directory.Length > 0)
        {
            if (directory.Length < EntrySize || !directory.StartsWith("PK\u0001\u0002"u8)) return null;
            var name = BinaryPrimitives.ReadUInt16LittleEndian(directory[28..]);
            var length = EntrySize + name + BinaryPrimitives.ReadUInt16LittleEndian(directory[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(directory[32..]);
            if (length > directory.Length) return null;
            names.Add(Encoding.UTF8.GetString(directory.Slice(EntrySize, name)));
            directory = directory[length..];
        }
        return names;
    }
}
