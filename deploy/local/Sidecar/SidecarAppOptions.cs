namespace Reseau.Sidecar;

/// <summary>One application of a sidecar.</summary>
public sealed record SidecarAppOptions
{
    /// <summary>Id of the application.</summary>
    public required string AppId { get; init; }

    /// <summary>Port of the Dapr API for this application; 0 for a free one.</summary>
    public int GrpcPort { get; init; }

    /// <summary>Port of the health endpoints for this application; 0 for a free one.</summary>
    public int HttpPort { get; init; }

    /// <summary>Where the application receives events, as <c>http://127.0.0.1:5001</c>; null until <see cref="SidecarHost.SetAppAddress"/>.</summary>
    public string? AppAddress { get; init; }

    /// <summary>Token shown to the application with each event; empty for none.</summary>
    public string AppToken { get; init; } = "";
}
