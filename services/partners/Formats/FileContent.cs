using System.IO.Pipelines;
using System.Runtime.ExceptionServices;

namespace Reseau.Partners.Formats;

/// <summary>
/// A file while it arrives, as UTF-8. A sender who is faster than the reader waits: memory does not grow with the file. When the arrival
/// fails, what came before is read first, and the failure is thrown where the end of the file would be.
/// </summary>
internal sealed class FileContent : IAsyncDisposable
{
    private const int Ahead = 1 << 20;

    private readonly Pipe _pipe = new(new(pauseWriterThreshold: Ahead, resumeWriterThreshold: Ahead / 2, minimumSegmentSize: 1 << 16, useSynchronizationContext: false));
    private readonly CancellationTokenSource _stop;
    private readonly Task _arrival;
    private ExceptionDispatchInfo? _failure;

    public FileContent(IAsyncEnumerable<ReadOnlyMemory<byte>> pieces, CancellationToken cancellation)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _arrival = ArriveAsync(pieces, _stop.Token);
    }

    public PipeReader Reader => _pipe.Reader;

    /// <summary>Called where the file ends: throws when it ends because its arrival failed.</summary>
    public void ThrowIfBroken() => _failure?.Throw();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _pipe.Reader.CompleteAsync();
        await _arrival;
        _stop.Dispose();
    }

    private async Task ArriveAsync(IAsyncEnumerable<ReadOnlyMemory<byte>> pieces, CancellationToken cancellation)
    {
        try
        {
            var transcoder = new Utf8Transcoder();
            await foreach (var piece in pieces.WithCancellation(cancellation))
            {
                transcoder.Write(piece.Span, _pipe.Writer);
                if ((await _pipe.Writer.FlushAsync(cancellation)).IsCompleted) return;
            }

            transcoder.Complete(_pipe.Writer);
        }
        catch (Exception failure)
        {
            // Thrown again by whoever reads, at the end of what arrived.
            _failure = ExceptionDispatchInfo.Capture(failure);
        }
        finally
        {
            await _pipe.Writer.CompleteAsync();
        }
    }
}
