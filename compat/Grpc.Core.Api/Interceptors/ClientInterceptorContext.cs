namespace Grpc.Core.Interceptors;

/// <summary>What an interceptor on the client knows of a call, and may replace.</summary>
public struct ClientInterceptorContext<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options)
    where TRequest : class
    where TResponse : class
{
    /// <summary>The method called.</summary>
    public Method<TRequest, TResponse> Method { get; } = method;

    /// <summary>The host of the call; null for that of the channel.</summary>
    public string? Host { get; } = host;

    /// <summary>Headers, deadline and the rest.</summary>
    public CallOptions Options { get; } = options;
}
