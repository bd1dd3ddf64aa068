namespace Dapr.Client;

/// <summary>One entry among several written together.</summary>
/// <typeparam name="TValue">Type of the value.</typeparam>
/// <param name="key">Key.</param>
/// <param name="value">Value.</param>
/// <param name="etag">Version that must be current; empty for any.</param>
/// <param name="stateOptions">How concurrent writers are treated.</param>
/// <param name="metadata">Settings of this write.</param>
public readonly struct SaveStateItem<TValue>(
    string key,
    TValue value,
    string etag,
    StateOptions? stateOptions = null,
    IReadOnlyDictionary<string, string>? metadata = null)
{
    /// <summary>Key.</summary>
    public string Key { get; } = key;

    /// <summary>Value.</summary>
    public TValue Value { get; } = value;

    /// <summary>Version that must be current.</summary>
    public string ETag { get; } = etag;

    /// <summary>How concurrent writers are treated.</summary>
    public StateOptions? StateOptions { get; } = stateOptions;

    /// <summary>Settings of this write.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; } = metadata;
}
