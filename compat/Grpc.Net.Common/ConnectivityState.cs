namespace Grpc.Core;

/// <summary>What a channel knows of its connection.</summary>
public enum ConnectivityState
{
    /// <summary>No connection is wanted yet.</summary>
    Idle = 0,

    /// <summary>A connection is being made.</summary>
    Connecting = 1,

    /// <summary>Calls can be sent.</summary>
    Ready = 2,

    /// <summary>The connection failed and will be tried again.</summary>
    TransientFailure = 3,

    /// <summary>The channel was closed for good.</summary>
    Shutdown = 4,
}
