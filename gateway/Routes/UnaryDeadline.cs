using System.Collections.Frozen;
using Yarp.ReverseProxy.Transforms;

namespace Reseau.Gateway.Routes;

/// <summary>
/// Gives a deadline to calls whose caller set none, so that no call waits for ever anywhere behind the gateway. Streams
/// (<c>Watch…</c>) are meant to last and get none.
/// </summary>
public static class UnaryDeadline
{
    /// <summary>Thirty seconds, as gRPC writes it.</summary>
    public const string Value = "30S";

    private const string Header = "grpc-timeout";

    private static readonly FrozenSet<string> UnaryPaths = RoutedMethods.PathsWhere(method => !method.IsServerStreaming && !method.IsClientStreaming);

    public static ValueTask Add(RequestTransformContext transform)
    {
        var request = transform.HttpContext.Request;
        if (!request.Headers.ContainsKey(Header) && UnaryPaths.Contains(request.Path.Value ?? ""))
        {
            transform.ProxyRequest.Headers.TryAddWithoutValidation(Header, Value);
        }

        return ValueTask.CompletedTask;
    }
}
