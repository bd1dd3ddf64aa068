namespace Dapr;

/// <summary>A call to the sidecar failed. The inner exception says how: an RpcException, or a JsonException on unreadable state.</summary>
[Serializable]
public class DaprException : Exception
{
    /// <summary>Creates an exception without a cause.</summary>
    /// <param name="message">What failed.</param>
    public DaprException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with its cause.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="innerException">Why.</param>
    public DaprException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
