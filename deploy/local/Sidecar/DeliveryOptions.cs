namespace Reseau.Sidecar;

/// <summary>
/// How often and how long an event is offered before it becomes a dead letter. Only the application's own refusals count:
/// while it cannot be reached the event waits, or a restart of ten minutes would bury everything published meanwhile.
/// </summary>
public sealed record DeliveryOptions
{
    /// <summary>Refusals after which an event is a dead letter.</summary>
    public int MaxAttempts { get; init; } = 8;

    /// <summary>Wait after the first refusal; doubled after each one.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Longest wait between two offers.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest time the application may take over one event; after it, the offer counts as refused.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    internal TimeSpan DelayAfter(int attempts)
    {
        // The exponent is bounded before it overflows; MaxDelay decides long before that.
        var delay = FirstDelay * Math.Pow(2, Math.Min(attempts - 1, 20));
        return delay < MaxDelay ? delay : MaxDelay;
    }
}
