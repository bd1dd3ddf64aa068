namespace Dapr.Client;

// State whose bytes are the caller's own, without JSON in between.
public abstract partial class DaprClient
{
    /// <summary>Reads one value as bytes.</summary>
    /// <param name="storeName">State store component.</param>
    /// <param name="key">Key.</param>
    /// <param name="consistencyMode">How fresh the answer must be.</param>
    /// <param name="metadata">Settings for the component.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The bytes; none when there is no such entry.</returns>
    public abstract Task<ReadOnlyMemory<byte>> GetByteStateAsync(
        string storeName,
        string key,
        ConsistencyMode? consistencyMode = null,
        IReadOnlyDictionary<string, string>? metadata = null,
        CancellationToken cancellationToken = default);

    /// <summary>Reads one value as bytes, with its version.</summary>
    /// <param name="storeName">State store component.</param>
    /// <param name="key">Key.</param>
    /// <param name="consistencyMode">How fresh the answer must be.</param>
    /// <param name="metadata">Settings for the component.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The bytes and the etag; both empty when there is no such entry.</returns>
    public abstract Task<(ReadOnlyMemory<byte>, string etag)> GetByteStateAndETagAsync(
        string storeName,
        string key,
        ConsistencyMode? consistencyMode = null,
        IReadOnlyDictionary<string, string>? metadata = null,
        CancellationToken cancellationToken = default);

    /// <summary>Writes one value of bytes.</summary>
    /// <param name="storeName">State store component.</param>
    /// <param name="key">Key.</param>
    /// <param name="binaryValue">Value.</param>
    /// <param name="stateOptions">How concurrent writers are treated.</param>
    /// <param name="metadata">Settings of this write, such as "ttlInSeconds".</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when the value is stored.</returns>
    public abstract Task SaveByteStateAsync(
        string storeName,
        string key,
        ReadOnlyMemory<byte> binaryValue,
        StateOptions? stateOptions = null,
        IReadOnlyDictionary<string, string>? metadata = null,
        CancellationToken cancellationToken = default);

    /// <summary>Writes one value of bytes if the version is still the one read.</summary>
    /// <param name="storeName">State store component.</param>
    /// <param name="key">Key.</param>
    /// <param name="binaryValue">Value.</param>
    /// <param name="etag">Version read; an empty one checks nothing unless the options ask for first-write, which then creates only.</param>
    /// <param name="stateOptions">How concurrent writers are treated.</param>
    /// <param name="metadata">Settings of this write, such as "ttlInSeconds".</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False when somebody wrote in between.</returns>
    public abstract Task<bool> TrySaveByteStateAsync(
        string storeName,
        string key,
        ReadOnlyMemory<byte> binaryValue,
        string etag,
        StateOptions? stateOptions = null,
        IReadOnlyDictionary<string, string>? metadata = null,
        CancellationToken cancellationToken = default);
}
