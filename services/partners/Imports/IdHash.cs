using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Reseau.Partners.Imports;

/// <summary>Sixteen bytes for an id or a content: a file of millions of records is remembered without its texts.</summary>
internal static class IdHash
{
    public static UInt128 Of(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
