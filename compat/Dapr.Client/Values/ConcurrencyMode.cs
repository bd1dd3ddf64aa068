namespace Dapr.Client;

/// <summary>Who wins when two writers meet.</summary>
public enum ConcurrencyMode
{
    /// <summary>The first: without an etag, only an absent entry may be written.</summary>
    FirstWrite,

    /// <summary>The last.</summary>
    LastWrite,
}
