using System.Buffers;
using System.IO.Pipelines;
using Google.Protobuf;

namespace Reseau.Hosting.Contracts;

/// <summary>A file that is written as fast as the caller reads it, and no faster: it may be larger than the memory.</summary>
public static class PipedFile
{
    /// <summary>How long the pieces are; only the last one is shorter.</summary>
    public const int PieceSize = 1 << 16;

    /// <summary>Writes a file and sends it in pieces.</summary>
    /// <param name="write">Writes the file.</param>
    /// <param name="send">Sends a piece of it.</param>
    /// <param name="cancellation">Ends both.</param>
    public static async Task SendAsync(Func<PipeWriter, CancellationToken, Task> write, Func<ByteString, Task> send, CancellationToken cancellation)
    {
        var pipe = new Pipe(new(pauseWriterThreshold: 4 * PieceSize, resumeWriterThreshold: PieceSize, useSynchronizationContext: false));
        var writing = WriteAsync(write, pipe.Writer, cancellation);
        try
        {
            await SendAsync(pipe.Reader, send, cancellation);
        }
        finally
        {
            await pipe.Reader.CompleteAsync();
            await writing;
        }
    }

    private static async Task WriteAsync(Func<PipeWriter, CancellationToken, Task> write, PipeWriter output, CancellationToken cancellation)
    {
        Exception? failure = null;
        try
        {
            await write(output, cancellation);
        }
        catch (Exception thrown)
        {
            // The reader throws it again.
            failure = thrown;
        }

        await output.CompleteAsync(failure);
    }

    private static async Task SendAsync(PipeReader bytes, Func<ByteString, Task> send, CancellationToken cancellation)
    {
        while (true)
        {
            var result = await bytes.ReadAtLeastAsync(PieceSize, cancellation);
            var rest = result.Buffer;
            while (rest.Length >= PieceSize || (result.IsCompleted && !rest.IsEmpty))
            {
                var piece = rest.Slice(0, Math.Min(rest.Length, PieceSize));
                await send(UnsafeByteOperations.UnsafeWrap(piece.ToArray()));
                rest = rest.Slice(piece.End);
            }

            bytes.AdvanceTo(rest.Start, rest.End);
            if (result.IsCompleted) return;
        }
    }
}
