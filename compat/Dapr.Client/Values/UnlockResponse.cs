namespace Dapr.Client;

/// <summary>What became of a lock that was given back.</summary>
/// <param name="status">Outcome.</param>
public class UnlockResponse(LockStatus status)
{
    /// <summary>Outcome. In lower case, as in the real package.</summary>
    public LockStatus status { get; set; } = status;
}
