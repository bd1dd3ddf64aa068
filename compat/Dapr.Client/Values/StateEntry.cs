namespace Dapr.Client;

/// <summary>A value read from a store, that can be changed and put back under the version it was read at.</summary>
/// <typeparam name="TValue">Type of the value.</typeparam>
/// <param name="client">Client it was read with.</param>
/// <param name="storeName">State store component.</param>
/// <param name="key">Key.</param>
/// <param name="value">Value read.</param>
/// <param name="etag">Version read.</param>
public sealed class StateEntry<TValue>(DaprClient client, string storeName, string key, TValue value, string etag)
{
    /// <summary>State store component.</summary>
    public string StoreName { get; } = storeName;

    /// <summary>Key.</summary>
    public string Key { get; } = key;

    /// <summary>Value; set it, then save.</summary>
    public TValue Value { get; set; } = value;

    /// <summary>Version read.</summary>
    public string ETag { get; } = etag;

    /// <summary>Deletes the entry, whatever its version.</summary>
    /// <param name="stateOptions">How concurrent writers are treated.</param>
    /// <param name="metadata">Settings for the component.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when the entry is gone.</returns>
    public Task DeleteAsync(
        StateOptions? stateOptions = null,
        IReadOnlyDictionary<string, string>? metadata = null,
        CancellationToken cancellationToken = default) =>
        client.DeleteStateAsync(StoreName, Key, stateOptions, metadata, cancellationToken);

    /// <summary>Writes the value, whatever the version.</summary>
    /// <param name="stateOptions">How concurrent writers are treated.</param>
    /// <param name="metadata">Settings of this write.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when the value is stored.</returns>
    public Task SaveAsync(
        StateOptions? stateOptions = null,
        IReadOnlyDictionary<string, string>? metadata = null,
        CancellationToken cancellationToken = default) =>
        client.SaveStateAsync(StoreName, Key, Value, stateOptions, metadata, cancellationToken);

    /// <summary>Deletes the entry if the version is still the one read.</summary>
    /// <param name="stateOptions">How concurrent writers are treated.</param>
    /// <param name="metadata">Settings for the component.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False when somebody wrote in between.</returns>
    public Task<bool> TryDeleteAsync(
        StateOptions? stateOptions = null,
        IReadOnlyDictionary<string, string>? metadata = null,
        CancellationToken cancellationToken = default) =>
        client.TryDeleteStateAsync(StoreName, Key, ETag, stateOptions, metadata, cancellationToken);

    /// <summary>Writes the value if the version is still the one read.</summary>
    /// <param name="stateOptions">How concurrent writers are treated.</param>
    /// <param name="metadata">Settings of this write.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False when somebody wrote in between.</returns>
    public Task<bool> TrySaveAsync(
        StateOptions? stateOptions = null,
        IReadOnlyDictionary<string, string>? metadata = null,
        CancellationToken cancellationToken = default) =>
        client.TrySaveStateAsync(StoreName, Key, Value, ETag, stateOptions, metadata, cancellationToken);
}
