using System.Collections.Frozen;
using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Transforms;

namespace Reseau.Gateway.Routes;

/// <summary>
/// A call that streams its request (<c>ImportDirectory</c>) is as long as a file: the limit that protects the services from one large message
/// becomes one for the whole stream. Nothing of it is kept here; the service reads as fast as it can, and the caller is slowed down to that.
/// </summary>
public static class StreamedBodies
{
    /// <summary>Longest stream, and largest file of the portal's import.</summary>
    public const long Maximum = 600L << 20;

    private static readonly FrozenSet<string> Streaming = RoutedMethods.PathsWhere(method => method.IsClientStreaming);

    public static ValueTask Allow(RequestTransformContext transform)
    {
        if (Streaming.Contains(transform.HttpContext.Request.Path.Value ?? "")
            && transform.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
        {
            body.MaxRequestBodySize = Maximum;
        }

        return ValueTask.CompletedTask;
    }
}
