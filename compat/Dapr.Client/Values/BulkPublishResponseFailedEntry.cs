namespace Dapr.Client;

/// <summary>One event that was not published.</summary>
/// <typeparam name="TValue">Type of the payload.</typeparam>
/// <param name="entry">The event.</param>
/// <param name="errorMessage">Why.</param>
public class BulkPublishResponseFailedEntry<TValue>(BulkPublishEntry<TValue> entry, string errorMessage)
{
    /// <summary>The event.</summary>
    public BulkPublishEntry<TValue> Entry { get; } = entry;

    /// <summary>Why.</summary>
    public string ErrorMessage { get; } = errorMessage;
}
