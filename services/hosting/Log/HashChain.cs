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
    /// <summary>What a stream's first event follows.</summary>
    public static byte[] Start => new byte[SHA256.HashSizeInBytes];

    /// <summary>The hash of a row that follows <paramref name="previous"/>.</summary>
    public static byte[] Next(byte[] previous, EventRow row)
    {
        ReadOnlySpan<string> texts = [row.Stream, row.Type, row.Body, row.Actor, row.Institution, row.RequestId, row.TraceId];
        var most = previous.Length + (4 * sizeof(long));
        foreach (var text in texts) most += sizeof(long) + Encoding.UTF8.GetMaxByteCount(text.Length);
        var bytes = ArrayPool<byte>.Shared.Rent(most);
        var canonical = new Canonical(bytes);
        canonical.Append(previous);
        canonical.Append(row.Position);
        canonical.Append(row.Stream);
        canonical.Append(row.Version);
        canonical.Append(row.Type);
        canonical.Append(row.Body);
        canonical.Append(row.Actor);
        canonical.Append(row.Institution);
        canonical.Append(row.RequestId);
        canonical.Append((row.OccurredAt.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);
        canonical.Append(row.TraceId);
        var hash = SHA256.HashData(canonical.Written);
        ArrayPool<byte>.Shared.Return(bytes);
        return hash;
    }

    /// <summary>The bytes of a row, one field after the other.</summary>
    private ref struct Canonical(Span<byte> bytes)
    {
        private readonly Span<byte> _bytes = bytes;
        private int _length;

        public readonly ReadOnlySpan<byte> Written => _bytes[.._length];

        public void Append(ReadOnlySpan<byte> value)
        {
            value.CopyTo(_bytes[_length..]);
            _length += value.Length;
        }

        public void Append(long value)
        {
            BinaryPrimitives.WriteInt64BigEndian(_bytes[_length..], value);
            _length += sizeof(long);
        }

        public void Append(string value)
        {
            var length = Encoding.UTF8.GetBytes(value, _bytes[(_length + sizeof(long))..]);
            Append((long)length);
            _length += length;
        }
    }
}
