using Google.Protobuf;

namespace Reseau.Sidecar.PubSub;

/// <summary>An event as its publisher handed it over.</summary>
internal sealed record PublishedEvent(string AppId, string PubSub, string Topic, ByteString Data, string ContentType, DateTimeOffset At)
{
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    /// <summary>Trace context of the publishing call; empty without one.</summary>
    public string TraceParent { get; init; } = "";

    public string TraceState { get; init; } = "";

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>An attribute of the envelope the publisher chose.</summary>
    public string? Attribute(string name) => Metadata.GetValueOrDefault($"cloudevent.{name}");
}
