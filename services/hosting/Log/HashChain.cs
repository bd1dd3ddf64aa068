using System.Buffers;
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
    // Room for everything but the body.
    private const int UsualBytes = 512;

    /// <summary>What a stream's first event follows.</summary>
    public static byte[] Start => new byte[SHA256.HashSizeInBytes];

    /// <summary>The hash of a row that follows <paramref name="previous"/>.</summary>
    public static byte[] Next(byte[] previous, EventRow row)
    {
        var bytes = new ArrayBufferWriter<byte>(UsualBytes + row.Body.Length);
        bytes.Write(previous);
        Append(bytes, row.Position);
        Append(bytes, row.Stream);
        Append(bytes, row.Version);
        Append(bytes, row.Type);
        Append(bytes, row.Body);
        Append(bytes, row.Actor);
        Append(bytes, row.Institution);
        Append(bytes, row.RequestId);
        Append(bytes, (row.OccurredAt.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);
        Append(bytes, row.TraceId);
        return SHA256.HashData(bytes.WrittenSpan);
    }

    private static void Append(ArrayBufferWriter<byte> bytes, long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(bytes.GetSpan(sizeof(long)), value);
        bytes.Advance(sizeof(long));
    }

    private static void Append(ArrayBufferWriter<byte> bytes, string value)
    {
        Append(bytes, (long)Encoding.UTF8.GetByteCount(value));
        Encoding.UTF8.GetBytes(value, bytes);
    }
}
