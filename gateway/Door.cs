namespace Reseau.Gateway;

/// <summary>
/// The two ports of the gateway. The web port speaks only HTTP/1.1 and the gRPC port only HTTP/2, so the protocol of a request
/// says which one it came through. An endpoint exists on one of them.
/// </summary>
public enum Door
{
    Web,
    Grpc,
    Both,
}

/// <summary>Tells the doors apart.</summary>
public static class Doors
{
    public static bool IsGrpc(HttpContext context) => HttpProtocol.IsHttp2(context.Request.Protocol);

    public static bool IsWeb(HttpContext context) => !IsGrpc(context);

    /// <summary>Says on which port an endpoint exists; without it, on the web port.</summary>
    public static TBuilder Through<TBuilder>(this TBuilder endpoint, Door door) where TBuilder : IEndpointConventionBuilder
    {
        endpoint.WithMetadata(new DoorMetadata(door));
        return endpoint;
    }

    /// <summary>Forgets the endpoint that routing chose when it belongs to the other port.</summary>
    public static Task Keep(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is { } endpoint)
        {
            var door = endpoint.Metadata.GetMetadata<DoorMetadata>()?.Door ?? Door.Web;
            var here = IsGrpc(context) ? Door.Grpc : Door.Web;
            if (door != Door.Both && door != here) context.SetEndpoint(null);
        }

        return next(context);
    }

    private sealed record DoorMetadata(Door Door);
}
