using System.Text.Json;

namespace Dapr.Client;

/// <summary>The sidecar, as an application sees it. Built by <see cref="DaprClientBuilder"/>; safe to share between threads.</summary>
/// <remarks>
/// A call that the sidecar refuses throws <see cref="DaprException"/> with the RpcException inside, save the Try methods, which
/// answer false when an etag is stale. A cancelled call throws OperationCanceledException. Null or empty names throw ArgumentException.
/// </remarks>
public abstract partial class DaprClient : IDisposable
{
    /// <summary>How state values and event payloads become JSON.</summary>
    public abstract JsonSerializerOptions JsonSerializerOptions { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connection to the sidecar.</summary>
    /// <param name="disposing">True when called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
    }
}
