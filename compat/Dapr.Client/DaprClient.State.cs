namespace Dapr.Client;

// State: entries by key, with a version (etag) that changes at each write.
public abstract partial class DaprClient
{
    /// <summary>Reads one value.</summary>
    /// <typeparam name="TValue">Type of the value, read from JSON.</typeparam>
    /// <param name="storeName">State store component.</param>
    /// <param name="key">Key.</param>
    /// <param name="consistencyMode">How fresh the answer must be.</param>
    /// <param name="metadata">Settings for the component.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The value, or the type's default when there is none.</returns>
    public abstract Task<TValue> GetStateAsync<TValue>(
        string storeName,
        string key,
        ConsistencyMode? consistencyMode = null,
        IReadOnlyDictionary<string, string>? metadata = null,
        CancellationToken cancellationToken = default);

    /// <summary>Reads one value with its version.</summary>
    /// <typeparam name="TValue">Type of the value, read from JSON.</typeparam>
    /// <param name="storeName">State store component.</param>
    /// <param name="key">Key.</param>
    /// <param name="consistencyMode">How fresh the answer must be.</param>
    /// <param name="metadata">Settings for the component.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The value and its etag; the type's default and an empty etag when there is none.</returns>
    public abstract Task<(TValue value, string etag)> GetStateAndETagAsync<TValue>(
        string storeName,
        string key,
        ConsistencyMode? consistencyMode = null,
        IReadOnlyDictionary<string, string>? metadata = null,
        CancellationToken cancellationToken = default);

    /// <summary>Reads one value as an object that can save or delete itself under the version read.</summary>
    /// <typeparam name="TValue">Type of the value, read from JSON.</typeparam>
    /// <param name="storeName">State store component.</param>
    /// <param name="key">Key.</param>
    /// <param name="consistencyMode">How fresh the answer must be.</param>
    /// <param name="metadata">Settings for the component.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The entry, also when nothing is stored yet.</returns>
    public async Task<StateEntry<TValue>> GetStateEntryAsync<TValue>(
        string storeName,
        string key,
        ConsistencyMode? consistencyMode = null,
        IReadOnlyDictionary<string, string>? metadata = null,
        CancellationToken cancellationToken = default)
    {
        var (value, etag) = await GetStateAndETagAsync<TValue>(storeName, key, consistencyMode, metadata, cancellationToken).ConfigureAwait(false);
        return new StateEntry<TValue>(this, storeName, key, value, etag);
    }

    /// <summary>Reads several values as text.</summary>
    /// <param name="storeName">State store component.</param>
    /// <param name="keys">Keys, at least one.</param>
    /// <param name="parallelism">How many reads may run side by side.</param>
    /// <param name="metadata">Settings for the component.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>One item per key, in no promised order; an absent one has an empty value and an empty etag.</returns>
    public abstract Task<IReadOnlyList<BulkStateItem>> GetBulkStateAsync(
        string storeName,
        IReadOnlyList<string> keys,
        int? parallelism,
        IReadOnlyDictionary<string, string>? metadata = null,
        CancellationToken cancellationToken = default);

    /// <summary>Reads several values.</summary>
    /// <typeparam name="TValue">Type of the values, read from JSON.</typeparam>
    /// <param name="storeName">State store component.</param>
    /// <param name="keys">Keys, at least one.</param>
    /// <param name="parallelism">How many reads may run side by side.</param>
    /// <param name="metadata">Settings for the component.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>One item per key, in no promised order; an absent one has the type's default and an empty etag.</returns>
    public abstract Task<IReadOnlyList<BulkStateItem<TValue>>> GetBulkStateAsync<TValue>(
        string storeName,
        IReadOnlyList<string> keys,
        int? parallelism,
        IReadOnlyDictionary<string, string>? metadata = null,
        CancellationToken cancellationToken = default);

    /// <summary>Writes one value. A null value is stored as no bytes.</summary>
    /// <typeparam name="TValue">Type of the value, written as JSON.</typeparam>
    /// <param name="storeName">State store component.</param>
    /// <param name="key">Key.</param>
    /// <param name="value">Value.</param>
    /// <param name="stateOptions">How concurrent writers are treated.</param>
    /// <param name="metadata">Settings of this write, such as "ttlInSeconds".</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when the value is stored.</returns>
    public abstract Task SaveStateAsync<TValue>(
        string storeName,
        string key,
        TValue value,
        StateOptions? stateOptions = null,
        IReadOnlyDictionary<string, string>? metadata = null,
        CancellationToken cancellationToken = default);

    /// <summary>Writes one value if the version is still the one read.</summary>
    /// <typeparam name="TValue">Type of the value, written as JSON.</typeparam>
    /// <param name="storeName">State store component.</param>
    /// <param name="key">Key.</param>
    /// <param name="value">Value.</param>
    /// <param name="etag">Version read. An empty one checks nothing unless the options ask for first-write, which then creates only.</param>
    /// <param name="stateOptions">How concurrent writers are treated.</param>
    /// <param name="metadata">Settings of this write, such as "ttlInSeconds".</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False when somebody wrote in between. Some stores answer a refused creation with an error instead.</returns>
    public abstract Task<bool> TrySaveStateAsync<TValue>(
        string storeName,
        string key,
        TValue value,
        string etag,
        StateOptions? stateOptions = null,
        IReadOnlyDictionary<string, string>? metadata = null,
        CancellationToken cancellationToken = default);

    /// <summary>Writes several values, each on its own.</summary>
    /// <remarks>As in the real client 1.18.5, this call does not carry the API token: a sidecar that demands one refuses it.</remarks>
    /// <typeparam name="TValue">Type of the values, written as JSON.</typeparam>
    /// <param name="storeName">State store component.</param>
    /// <param name="items">Values, at least one.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when the values are stored.</returns>
    public abstract Task SaveBulkStateAsync<TValue>(
        string storeName,
        IReadOnlyList<SaveStateItem<TValue>> items,
        CancellationToken cancellationToken = default);

    /// <summary>Deletes one value. Deleting nothing is not an error.</summary>
    /// <param name="storeName">State store component.</param>
    /// <param name="key">Key.</param>
    /// <param name="stateOptions">How concurrent writers are treated.</param>
    /// <param name="metadata">Settings for the component.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when the value is gone.</returns>
    public abstract Task DeleteStateAsync(
        string storeName,
        string key,
        StateOptions? stateOptions = null,
        IReadOnlyDictionary<string, string>? metadata = null,
        CancellationToken cancellationToken = default);

    /// <summary>Deletes one value if the version is still the one read.</summary>
    /// <param name="storeName">State store component.</param>
    /// <param name="key">Key.</param>
    /// <param name="etag">Version read; an empty one checks nothing.</param>
    /// <param name="stateOptions">How concurrent writers are treated.</param>
    /// <param name="metadata">Settings for the component.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False when somebody wrote in between.</returns>
    public abstract Task<bool> TryDeleteStateAsync(
        string storeName,
        string key,
        string etag,
        StateOptions? stateOptions = null,
        IReadOnlyDictionary<string, string>? metadata = null,
        CancellationToken cancellationToken = default);

    /// <summary>Deletes several values, each on its own.</summary>
    /// <param name="storeName">State store component.</param>
    /// <param name="items">Values, at least one.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when the values are gone.</returns>
    public abstract Task DeleteBulkStateAsync(
        string storeName,
        IReadOnlyList<BulkDeleteStateItem> items,
        CancellationToken cancellationToken = default);

    /// <summary>Writes and deletes values together: all of it, or nothing.</summary>
    /// <remarks>A stale etag is a DaprException whose inner status is Internal and mentions "possible etag mismatch".</remarks>
    /// <param name="storeName">State store component.</param>
    /// <param name="operations">Operations, at least one, applied in order.</param>
    /// <param name="metadata">Settings for the component.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when everything is stored.</returns>
    public abstract Task ExecuteStateTransactionAsync(
        string storeName,
        IReadOnlyList<StateTransactionRequest> operations,
        IReadOnlyDictionary<string, string>? metadata = null,
        CancellationToken cancellationToken = default);
}
