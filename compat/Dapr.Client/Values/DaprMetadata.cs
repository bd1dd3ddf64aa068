namespace Dapr.Client;

/// <summary>What a sidecar is and serves.</summary>
/// <param name="id">Id of the application.</param>
/// <param name="extended">Free attributes.</param>
/// <param name="components">Components it loaded.</param>
public sealed class DaprMetadata(
    string id,
    IReadOnlyDictionary<string, string> extended,
    IReadOnlyList<DaprComponentsMetadata> components)
{
    /// <summary>Id of the application.</summary>
    public string Id { get; } = id;

    /// <summary>Free attributes; "daprRuntimeVersion" is always there.</summary>
    public IReadOnlyDictionary<string, string> Extended { get; } = extended;

    /// <summary>Components it loaded.</summary>
    public IReadOnlyList<DaprComponentsMetadata> Components { get; } = components;
}
