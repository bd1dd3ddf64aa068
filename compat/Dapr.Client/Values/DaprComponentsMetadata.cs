namespace Dapr.Client;

/// <summary>One component of a sidecar.</summary>
/// <param name="name">Name applications use.</param>
/// <param name="type">Kind, such as "state.postgresql".</param>
/// <param name="version">Version of that kind.</param>
/// <param name="capabilities">What it can do.</param>
public sealed class DaprComponentsMetadata(string name, string type, string version, string[] capabilities)
{
    /// <summary>Name applications use.</summary>
    public string Name { get; } = name;

    /// <summary>Kind, such as "state.postgresql".</summary>
    public string Type { get; } = type;

    /// <summary>Version of that kind.</summary>
    public string Version { get; } = version;

    /// <summary>What it can do.</summary>
    public string[] Capabilities { get; } = capabilities;
}
