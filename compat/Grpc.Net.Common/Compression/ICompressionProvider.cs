using System.IO.Compression;

namespace Grpc.Net.Compression;

/// <summary>One way to compress messages, known by the name sent in <c>grpc-encoding</c>.</summary>
public interface ICompressionProvider
{
    /// <summary>The name in <c>grpc-encoding</c> and <c>grpc-accept-encoding</c>.</summary>
    string EncodingName { get; }

    /// <summary>A stream that compresses what is written into <paramref name="stream"/>, which stays open afterwards.</summary>
    Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel);

    /// <summary>A stream that gives back what was compressed into <paramref name="stream"/>, which stays open afterwards.</summary>
    Stream CreateDecompressionStream(Stream stream);
}
