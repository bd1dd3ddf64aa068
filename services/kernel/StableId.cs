using System.Security.Cryptography;
using System.Text;

namespace Reseau.Kernel;

/// <summary>UUIDs made from resource names (RFC 9562, version 5), for standards that ask for UUIDs: the same name gives the same one everywhere.</summary>
public static class StableId
{
    // Of Réseau: the version 5 UUID of "reseau" in the namespace of domain names.
    private static readonly byte[] Namespace = Hashed(Convert.FromHexString("6ba7b8109dad11d180b400c04fd430c8"), "reseau").ToByteArray(bigEndian: true);

    /// <summary>The UUID of a resource name.</summary>
    public static Guid Of(string name) => Hashed(Namespace, name);

    private static Guid Hashed(byte[] space, string name)
    {
        // SHA-1 is what version 5 prescribes; nothing is kept secret by it.
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData([.. space, .. Encoding.UTF8.GetBytes(name)], hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new(hash[..16], bigEndian: true);
    }
}
