using System.IO.Compression;
using Grpc.Core;
using Grpc.Net.Compression;

namespace Reseau.Compat.Tests;

public sealed class StreamingMessages
{
    public static TheoryData<string> Names => new("gzip", "deflate");

    [Fact]
    public async Task A_reader_is_read_to_its_end()
    {
        Assert.Equal(["a", "b"], await new Letters("ab").ReadAllAsync().ToListAsync());
        Assert.True(await new Letters("a").MoveNext());
        Assert.False(await new Letters("").MoveNext());
    }

    [Fact]
    public void A_reader_that_is_not_there_is_refused_before_the_loop()
    {
        Assert.Throws<ArgumentNullException>(() => ((IAsyncStreamReader<string>)null!).ReadAllAsync());
        Assert.Throws<ArgumentNullException>(() => { _ = ((IAsyncStreamReader<string>)null!).MoveNext(); });
    }

    [Fact]
    public async Task Reading_stops_when_the_loop_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await new Letters("ab").ReadAllAsync().ToListAsync(cancellation.Token));
    }

    [Fact]
    public async Task A_writer_that_cannot_be_cancelled_says_so()
    {
        using var cancellation = new CancellationTokenSource();
        var written = new Written();
        IAsyncStreamWriter<string> writer = written;

        await writer.WriteAsync("a", CancellationToken.None);
        await Assert.ThrowsAsync<NotSupportedException>(async () => await writer.WriteAsync("b", cancellation.Token));

        Assert.Equal(["a"], written.Messages);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_was_compressed_comes_back_and_the_stream_stays_open(string name)
    {
        ICompressionProvider provider = name == "gzip"
            ? new GzipCompressionProvider(CompressionLevel.Fastest)
            : new DeflateCompressionProvider(CompressionLevel.Fastest);
        using var wire = new MemoryStream();

        using (var compressed = provider.CreateCompressionStream(wire, CompressionLevel.Optimal)) compressed.Write("hello"u8);
        wire.Position = 0;
        using (var plain = new StreamReader(provider.CreateDecompressionStream(wire))) Assert.Equal("hello", plain.ReadToEnd());

        Assert.Equal(name, provider.EncodingName);
        Assert.True(wire.CanRead);
    }

    [Fact]
    public void Deflate_is_the_zlib_format()
    {
        using var wire = new MemoryStream();
        using (var compressed = new DeflateCompressionProvider(CompressionLevel.Optimal).CreateCompressionStream(wire, null)) compressed.Write("a"u8);

        Assert.Equal(0x78, wire.ToArray()[0]);
    }

    private sealed class Letters(string text) : IAsyncStreamReader<string>
    {
        private int _read;

        public string Current => $"{text[_read - 1]}";

        public Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Task.FromResult(_read++ < text.Length);
        }
    }

    private sealed class Written : IAsyncStreamWriter<string>
    {
        public List<string> Messages { get; } = [];

        public WriteOptions? WriteOptions { get; set; }

        public Task WriteAsync(string message)
        {
            Messages.Add(message);
            return Task.CompletedTask;
        }
    }
}
