namespace Dapr.Client;

/// <summary>How fresh an answer must be.</summary>
public enum ConsistencyMode
{
    /// <summary>A replica may answer.</summary>
    Eventual,

    /// <summary>Only an answer that includes every acknowledged write will do.</summary>
    Strong,
}
