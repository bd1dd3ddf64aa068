using System.Collections.Concurrent;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Reseau.Sidecar.PubSub;

namespace Reseau.Sidecar.Hosting;

/// <summary>One application, while the sidecar runs. A call belongs to the application whose port it came in by.</summary>
internal sealed class SidecarApp(SidecarAppOptions options)
{
    public string AppId => options.AppId;

    public SidecarAppOptions Options => options;

    /// <summary>Where the application receives events; null as long as nobody said.</summary>
    public string? Address { get; set; } = options.AppAddress;

    public ListenOptions? Grpc { get; set; }

    public ListenOptions? Http { get; set; }

    /// <summary>Attributes set over the metadata API. They end with the process, as a real sidecar's.</summary>
    public ConcurrentDictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    /// <summary>What the application told it wants; null until it answered.</summary>
    public IReadOnlyList<Subscription>? Subscriptions { get; set; }
}
