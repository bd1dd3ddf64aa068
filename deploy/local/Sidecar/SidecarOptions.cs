using Microsoft.Extensions.Logging;

namespace Reseau.Sidecar;

/// <summary>What one embedded sidecar serves, and to whom. Names are those of <c>deploy/dapr/components</c> unless said otherwise.</summary>
public sealed record SidecarOptions
{
    /// <summary>SQLite file with states, queues and subscriptions; created when missing.</summary>
    public required string DataFile { get; init; }

    /// <summary>Applications served, each on ports of its own.</summary>
    public required IReadOnlyList<SidecarAppOptions> Apps { get; init; }

    /// <summary>Token every call must show; empty for none.</summary>
    public string ApiToken { get; init; } = "";

    /// <summary>State store components.</summary>
    public IReadOnlyList<StateStoreOptions> StateStores { get; init; } = [new("reseau-shared", StateKeyPrefix.None)];

    /// <summary>Pub/sub components.</summary>
    public IReadOnlyList<string> PubSubs { get; init; } = ["reseau-events"];

    /// <summary>Lock components.</summary>
    public IReadOnlyList<string> LockStores { get; init; } = ["reseau-lock"];

    /// <summary>How events are offered to applications.</summary>
    public DeliveryOptions Delivery { get; init; } = new();

    /// <summary>The clock; expiries and back-offs follow it.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where the sidecar logs; nowhere by default.</summary>
    public Action<ILoggingBuilder> Logging { get; init; } = static _ => { };
}
