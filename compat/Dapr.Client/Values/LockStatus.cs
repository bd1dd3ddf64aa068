namespace Dapr.Client;

/// <summary>What became of a lock that was given back.</summary>
public enum LockStatus
{
    /// <summary>It is free now.</summary>
    Success,

    /// <summary>Nobody held it.</summary>
    LockDoesNotExist,

    /// <summary>Another owner holds it.</summary>
    LockBelongsToOthers,

    /// <summary>The component failed.</summary>
    InternalError,
}
