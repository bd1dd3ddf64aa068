namespace Grpc.Core;

/// <summary>What a call handed on, opaque to everyone but the host that made it.</summary>
public abstract class ContextPropagationToken
{
    internal ContextPropagationToken()
    {
    }
}
