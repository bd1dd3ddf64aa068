namespace Dapr.Client;

/// <summary>One event of a bulk publication.</summary>
/// <typeparam name="TValue">Type of the payload.</typeparam>
/// <param name="entryId">Id, unique in its publication.</param>
/// <param name="eventData">Payload.</param>
/// <param name="contentType">Media type of the payload.</param>
/// <param name="metadata">Settings of this event.</param>
public class BulkPublishEntry<TValue>(string entryId, TValue eventData, string contentType, Dictionary<string, string>? metadata = null)
{
    /// <summary>Id, unique in its publication.</summary>
    public string EntryId { get; } = entryId;

    /// <summary>Payload.</summary>
    public TValue EventData { get; } = eventData;

    /// <summary>Media type of the payload.</summary>
    public string ContentType { get; } = contentType;

    /// <summary>Settings of this event.</summary>
    public Dictionary<string, string> Metadata { get; } = metadata ?? [];
}
