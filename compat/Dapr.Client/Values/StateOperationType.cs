namespace Dapr.Client;

/// <summary>What one step of a transaction does.</summary>
public enum StateOperationType
{
    /// <summary>Writes the entry, whether it exists or not.</summary>
    Upsert,

    /// <summary>Deletes the entry.</summary>
    Delete,
}
