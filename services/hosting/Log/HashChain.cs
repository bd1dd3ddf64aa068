using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Reseau.Hosting.Log;

/// <summary>
/// Chains the events of a stream: each hash covers the one before and every column of the row, so that an altered,
/// removed or moved row shows. Fields are length-prefixed: no two rows have the same canonical bytes.
/// </summary>
public static class HashChain
{
    /// <summary>What a stream's first event follows.</summary>
    public static byte[] Start => new byte[SHA256.HashSizeInBytes];

    /// <summary>The hash of a row that follows <paramref name="previous"/>.</summary>
    public static byte[] Next(byte[] previous, EventRow row)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        Append(hash, row.Position);
        Append(hash, row.Stream);
        Append(hash, row.Version);
        Append(hash, row.Type);
        Append(hash, row.Body);
        Append(hash, row.Actor);
        Append(hash, row.Institution);
        Append(hash, row.RequestId);
        Append(hash, (row.OccurredAt.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);
        Append(hash, row.TraceId);
        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, long value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        Append(hash, bytes.Length);
        hash.AppendData(bytes);
    }
}
