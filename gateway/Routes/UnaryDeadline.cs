using System.Collections.Frozen;
using Yarp.ReverseProxy.Transforms;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

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

    private static readonly FrozenSet<string> UnaryPaths = Paths(
        Partners.V1.PartnersService.Descriptor, Referrals.V1.ReferralsService.Descriptor).ToFrozenSet(StringComparer.Ordinal);

    public static ValueTask Add(RequestTransformContext transform)
    {
        var request = transform.HttpContext.Request;
        if (!request.Headers.ContainsKey(Header) && UnaryPaths.Contains(request.Path.Value ?? ""))
        {
            transform.ProxyRequest.Headers.TryAddWithoutValidation(Header, Value);
        }

        return ValueTask.CompletedTask;
    }

    private static IEnumerable<string> Paths(params ServiceDescriptor[] services) =>
        from service in services
        from method in service.Methods
        where !method.IsServerStreaming && !method.IsClientStreaming
        select $"/{service.FullName}/{method.Name}";
}
