using System.Diagnostics.CodeAnalysis;

namespace Dapr.Client;

// The sidecar itself: locks, health, metadata.
public abstract partial class DaprClient
{
    /// <summary>Tries to take a lock, without waiting.</summary>
    /// <param name="storeName">Lock component.</param>
    /// <param name="resourceId">What is locked.</param>
    /// <param name="lockOwner">Who asks.</param>
    /// <param name="expiryInSeconds">After how long the lock ends by itself; more than zero.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Whether it was taken; not when the same owner holds it already.</returns>
    [Experimental("DAPR_DISTRIBUTEDLOCK")]
    public abstract Task<TryLockResponse> Lock(
        string storeName,
        string resourceId,
        string lockOwner,
        int expiryInSeconds,
        CancellationToken cancellationToken = default);

    /// <summary>Gives a lock back.</summary>
    /// <param name="storeName">Lock component.</param>
    /// <param name="resourceId">What is locked.</param>
    /// <param name="lockOwner">Who took it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What became of it.</returns>
    [Experimental("DAPR_DISTRIBUTEDLOCK")]
    public abstract Task<UnlockResponse> Unlock(
        string storeName,
        string resourceId,
        string lockOwner,
        CancellationToken cancellationToken = default);

    /// <summary>Asks the sidecar's HTTP port whether it is ready, its application included.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False also when nothing answers.</returns>
    public abstract Task<bool> CheckHealthAsync(CancellationToken cancellationToken = default);

    /// <summary>Asks the sidecar's HTTP port whether it can be called; its application may still be starting.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False also when nothing answers.</returns>
    public abstract Task<bool> CheckOutboundHealthAsync(CancellationToken cancellationToken = default);

    /// <summary>Waits until <see cref="CheckOutboundHealthAsync"/> is true, asking twice a second.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when the sidecar can be called.</returns>
    public abstract Task WaitForSidecarAsync(CancellationToken cancellationToken = default);

    /// <summary>Tells what the sidecar is and serves.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The sidecar's description.</returns>
    public abstract Task<DaprMetadata> GetMetadataAsync(CancellationToken cancellationToken = default);

    /// <summary>Sets one free attribute of the sidecar, until it stops.</summary>
    /// <param name="attributeName">Attribute.</param>
    /// <param name="attributeValue">Value.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when the attribute is set.</returns>
    public abstract Task SetMetadataAsync(string attributeName, string attributeValue, CancellationToken cancellationToken = default);
}
