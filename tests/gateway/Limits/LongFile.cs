namespace Reseau.Gateway.Tests.Limits;

/// <summary>A file that is never anywhere as a whole: spaces, made while they are read.</summary>
/// <param name="length">How many.</param>
/// <param name="declared">Whether its length is known before, so that it is sent with a Content-Length; in chunks otherwise.</param>
internal sealed class LongFile(long length, bool declared) : Stream
{
    private const int BetweenLooks = 8 << 20;

    private long _position;

    /// <summary>The most memory that was held while it was read.</summary>
    public long HeldAtMost { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => declared;

    public override bool CanWrite => false;

    public override long Length => declared ? length : throw new NotSupportedException();

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Min(buffer.Length, length - _position);
        buffer[..count].Fill((byte)' ');
        if (_position / BetweenLooks != (_position + count) / BetweenLooks) HeldAtMost = Math.Max(HeldAtMost, Held());
        _position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer.AsSpan(offset, count)));

    /// <summary>Memory that something still refers to.</summary>
    public static long Held()
    {
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: false);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
