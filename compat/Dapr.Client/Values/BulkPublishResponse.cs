namespace Dapr.Client;

/// <summary>What a bulk publication left out.</summary>
/// <typeparam name="TValue">Type of the payloads.</typeparam>
/// <param name="failedEntries">Events that were not published.</param>
public class BulkPublishResponse<TValue>(List<BulkPublishResponseFailedEntry<TValue>> failedEntries)
{
    /// <summary>Events that were not published.</summary>
    public List<BulkPublishResponseFailedEntry<TValue>> FailedEntries { get; } = failedEntries;
}
