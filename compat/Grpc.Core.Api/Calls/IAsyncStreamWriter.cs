namespace Grpc.Core;

/// <summary>A stream of messages being sent, one at a time.</summary>
public interface IAsyncStreamWriter<in T>
{
    /// <summary>How the next message is written; null for the default.</summary>
    WriteOptions? WriteOptions { get; set; }

    /// <summary>Sends a message; the next may be sent when the task is done.</summary>
    Task WriteAsync(T message);

    /// <summary>Sends a message unless cancelled before. A writer that cannot be cancelled accepts only a token that cannot either.</summary>
    /// <exception cref="NotSupportedException">The token can be cancelled and the writer does not know how.</exception>
    Task WriteAsync(T message, CancellationToken cancellationToken) => cancellationToken.CanBeCanceled
        ? throw new NotSupportedException("Cancellation of stream writes is not supported by this gRPC implementation.")
        : WriteAsync(message);
}
