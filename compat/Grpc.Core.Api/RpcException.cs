using Grpc.Core.Utils;

namespace Grpc.Core;

/// <summary>A call that ended with a status other than OK; a server method throws it to end that way.</summary>
public class RpcException : Exception
{
    /// <summary>Ends with <paramref name="status"/> and no trailers.</summary>
    public RpcException(Status status)
        : this(status, Metadata.Empty)
    {
    }

    /// <summary>Ends with <paramref name="status"/> and a message of its own for <see cref="Exception.Message"/>.</summary>
    public RpcException(Status status, string message)
        : this(status, Metadata.Empty, message)
    {
    }

    /// <summary>Ends with <paramref name="status"/> and trailers, such as the binary error details.</summary>
    public RpcException(Status status, Metadata trailers)
        : this(status, trailers, status.ToString())
    {
    }

    /// <summary>Ends with <paramref name="status"/>, trailers and a message of its own for <see cref="Exception.Message"/>.</summary>
    public RpcException(Status status, Metadata trailers, string message)
        : base(message, status.DebugException)
    {
        Status = status;
        Trailers = GrpcPreconditions.CheckNotNull(trailers, nameof(trailers));
    }

    /// <summary>How the call ended.</summary>
    public Status Status { get; }

    /// <summary>The code of <see cref="Status"/>.</summary>
    public StatusCode StatusCode => Status.StatusCode;

    /// <summary>The trailers that came, or go, with the status; read-only and empty when there are none.</summary>
    public Metadata Trailers { get; }
}
