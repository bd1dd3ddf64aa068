namespace Dapr.Client;

/// <summary>One entry among several deleted together.</summary>
/// <param name="key">Key.</param>
/// <param name="etag">Version that must be current; empty for any.</param>
/// <param name="stateOptions">How concurrent writers are treated.</param>
/// <param name="metadata">Settings of this deletion.</param>
public readonly struct BulkDeleteStateItem(
    string key,
    string etag,
    StateOptions? stateOptions = null,
    IReadOnlyDictionary<string, string>? metadata = null)
{
    /// <summary>Key.</summary>
    public string Key { get; } = key;

    /// <summary>Version that must be current.</summary>
    public string ETag { get; } = etag;

    /// <summary>How concurrent writers are treated.</summary>
    public StateOptions? StateOptions { get; } = stateOptions;

    /// <summary>Settings of this deletion.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; } = metadata;
}
