using Grpc.Core.Utils;

namespace Grpc.Core;

/// <summary>A way to a server, shared by the clients made on it.</summary>
public abstract class ChannelBase
{
    /// <summary>A channel to <paramref name="target"/>.</summary>
    protected ChannelBase(string target) => Target = GrpcPreconditions.CheckNotNull(target, nameof(target));

    /// <summary>The server's address as it was given.</summary>
    public string Target { get; }

    /// <summary>Something that starts calls on this channel.</summary>
    public abstract CallInvoker CreateCallInvoker();

    /// <summary>Closes the channel.</summary>
    public Task ShutdownAsync() => ShutdownAsyncCore();

    /// <summary>Backs <see cref="ShutdownAsync"/>; there is nothing to close by default.</summary>
    protected virtual Task ShutdownAsyncCore() => Task.CompletedTask;
}
