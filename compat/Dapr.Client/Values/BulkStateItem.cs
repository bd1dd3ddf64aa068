namespace Dapr.Client;

/// <summary>One entry among several read together, as text.</summary>
/// <param name="key">Key.</param>
/// <param name="value">Value; empty when there is none.</param>
/// <param name="etag">Version; empty when there is none.</param>
public readonly struct BulkStateItem(string key, string value, string etag)
{
    /// <summary>Key.</summary>
    public string Key { get; } = key;

    /// <summary>Value.</summary>
    public string Value { get; } = value;

    /// <summary>Version.</summary>
    public string ETag { get; } = etag;
}

/// <summary>One entry among several read together.</summary>
/// <typeparam name="TValue">Type of the value.</typeparam>
/// <param name="key">Key.</param>
/// <param name="value">Value; the type's default when there is none.</param>
/// <param name="etag">Version; empty when there is none.</param>
public readonly struct BulkStateItem<TValue>(string key, TValue value, string etag)
{
    /// <summary>Key.</summary>
    public string Key { get; } = key;

    /// <summary>Value.</summary>
    public TValue Value { get; } = value;

    /// <summary>Version.</summary>
    public string ETag { get; } = etag;
}
