namespace Grpc.Core;

/// <summary>The requests a client streams.</summary>
public interface IClientStreamWriter<in T> : IAsyncStreamWriter<T>
{
    /// <summary>Ends the stream; the server sees no more messages.</summary>
    Task CompleteAsync();
}
