namespace Grpc.Core;

/// <summary>The responses a server streams; the stream ends when the method returns.</summary>
public interface IServerStreamWriter<in T> : IAsyncStreamWriter<T>;
