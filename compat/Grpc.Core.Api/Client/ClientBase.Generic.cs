namespace Grpc.Core;

/// <summary>The base of generated clients, for the members that give back a client of the same type.</summary>
public abstract class ClientBase<T> : ClientBase
    where T : ClientBase<T>
{
    /// <inheritdoc />
    public ClientBase(ChannelBase channel)
        : base(channel)
    {
    }

    /// <inheritdoc />
    public ClientBase(CallInvoker callInvoker)
        : base(callInvoker)
    {
    }

    /// <inheritdoc />
    protected ClientBase()
    {
    }

    /// <inheritdoc />
    protected ClientBase(ClientBaseConfiguration configuration)
        : base(configuration)
    {
    }

    /// <summary>The same client, with <paramref name="host"/> as the host of its calls.</summary>
    public T WithHost(string host) => NewInstance(Configuration.WithHost(host));

    /// <summary>A client of this type with another configuration; generated.</summary>
    protected abstract T NewInstance(ClientBaseConfiguration configuration);
}
