using System.Text.Json.Serialization;

namespace Dapr.Client;

/// <summary>An envelope the publisher fills in itself; the sidecar completes it.</summary>
public class CloudEvent
{
    /// <summary>Where the event happened.</summary>
    [JsonPropertyName("source")]
    public Uri? Source { get; init; }

    /// <summary>What kind of event it is.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    /// <summary>What it is about.</summary>
    [JsonPropertyName("subject")]
    public string? Subject { get; init; }
}

/// <summary>An envelope with its payload.</summary>
/// <typeparam name="TData">Type of the payload.</typeparam>
/// <param name="data">Payload.</param>
public class CloudEvent<TData>(TData data) : CloudEvent
{
    /// <summary>Payload.</summary>
    [JsonPropertyName("data")]
    public TData Data { get; } = data;

    /// <summary>Media type of the payload.</summary>
    [JsonPropertyName("datacontenttype")]
    public string DataContentType { get; init; } = "application/json";
}
