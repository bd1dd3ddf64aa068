namespace Dapr.Client;

/// <summary>What a caller asks of a state operation; what it leaves out, the store decides.</summary>
public class StateOptions
{
    /// <summary>How fresh the answer must be.</summary>
    public ConsistencyMode? Consistency { get; set; }

    /// <summary>Who wins when two writers meet.</summary>
    public ConcurrencyMode? Concurrency { get; set; }
}
