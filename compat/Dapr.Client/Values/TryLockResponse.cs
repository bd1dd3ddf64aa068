namespace Dapr.Client;

/// <summary>Whether a lock was taken.</summary>
/// <remarks>
/// The real type also unlocks when disposed, through a client it builds from the environment alone; that reaches another sidecar
/// than the one that locked as soon as a process has several, so it is left out: call <see cref="DaprClient.Unlock"/>.
/// </remarks>
public sealed class TryLockResponse
{
    /// <summary>True when the lock is the caller's.</summary>
    public bool Success { get; init; }

    /// <summary>What is locked.</summary>
    public string ResourceId { get; init; } = "";

    /// <summary>Who asked.</summary>
    public string LockOwner { get; init; } = "";

    /// <summary>Lock component.</summary>
    public string StoreName { get; init; } = "";
}
