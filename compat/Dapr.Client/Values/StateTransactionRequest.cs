namespace Dapr.Client;

/// <summary>One step of a transaction.</summary>
/// <param name="key">Key.</param>
/// <param name="value">Bytes to write; the caller turns objects into bytes.</param>
/// <param name="operationType">What the step does.</param>
/// <param name="etag">Version that must be current; null or empty for any.</param>
/// <param name="metadata">Settings of this step, such as "ttlInSeconds".</param>
/// <param name="options">How concurrent writers are treated.</param>
public sealed class StateTransactionRequest(
    string key,
    byte[]? value,
    StateOperationType operationType,
    string? etag = null,
    IReadOnlyDictionary<string, string>? metadata = null,
    StateOptions? options = null)
{
    /// <summary>How concurrent writers are treated. A field, as in the real package.</summary>
    public StateOptions? Options = options;

    /// <summary>Key.</summary>
    public string Key { get; } = key ?? throw new ArgumentNullException(nameof(key));

    /// <summary>Bytes to write.</summary>
    public byte[]? Value { get; set; } = value;

    /// <summary>What the step does.</summary>
    public StateOperationType? OperationType { get; set; } = operationType;

    /// <summary>Version that must be current.</summary>
    public string? ETag { get; set; } = etag;

    /// <summary>Settings of this step.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; set; } = metadata;
}
