using System.Buffers.Binary;
using System.Text;

namespace Reseau.Conventions.Signing;

/// <summary>
/// Writes a zip (APPNOTE 6.3) in which the same files are the same bytes: nothing is packed, no time is kept, names are in order. The
/// platform's own writer notes the system it runs on.
/// </summary>
internal static class StoredZip
{
    private const ushort Version = 20;

    // 1 January 1980, midnight: the first time a zip can hold.
    private const ushort Date = (1 << 5) | 1;

    private static readonly uint[] Crc = [.. Enumerable.Range(0, 256).Select(index => Enumerable.Range(0, 8).Aggregate((uint)index, (value, _) => (value >> 1) ^ ((value & 1) * 0xEDB88320)))];

    public static byte[] Write(IReadOnlyDictionary<string, byte[]> files)
    {
        using var zip = new MemoryStream();
        using var directory = new MemoryStream();
        foreach (var (name, content) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            var place = (uint)zip.Position;
            var common = Common(Encoding.ASCII.GetByteCount(name), content);
            Write(zip, 0x04034B50u);
            zip.Write(common);
            zip.Write(Encoding.ASCII.GetBytes(name));
            zip.Write(content);

            Write(directory, 0x02014B50u);
            Write(directory, Version);
            directory.Write(common);
            // No comment, first disk, no attributes.
            directory.Write(new byte[10]);
            Write(directory, place);
            directory.Write(Encoding.ASCII.GetBytes(name));
        }

        var start = (uint)zip.Position;
        zip.Write(directory.GetBuffer(), 0, (int)directory.Length);
        Write(zip, 0x06054B50u);
        Write(zip, 0u);
        Write(zip, (ushort)files.Count);
        Write(zip, (ushort)files.Count);
        Write(zip, (uint)directory.Length);
        Write(zip, start);
        Write(zip, (ushort)0);
        return zip.ToArray();
    }

    // What a file's own header and the directory both say of it.
    private static byte[] Common(int nameLength, byte[] content)
    {
        using var header = new MemoryStream();
        Write(header, Version);
        Write(header, (ushort)0);
        Write(header, (ushort)0);
        Write(header, (ushort)0);
        Write(header, Date);
        Write(header, CrcOf(content));
        Write(header, (uint)content.Length);
        Write(header, (uint)content.Length);
        Write(header, (ushort)nameLength);
        Write(header, (ushort)0);
        return header.ToArray();
    }

    private static uint CrcOf(byte[] content)
    {
        var crc = uint.MaxValue;
        foreach (var value in content) crc = Crc[(byte)(crc ^ value)] ^ (crc >> 8);
        return ~crc;
    }

    private static void Write(MemoryStream stream, uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        stream.Write(bytes);
    }

    private static void Write(MemoryStream stream, ushort value)
    {
        Span<byte> bytes = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        stream.Write(bytes);
    }
}
