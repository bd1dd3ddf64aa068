using System.Net;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Transforms;

namespace Reseau.Gateway.Routes;

/// <summary>
/// Which service answers which calls: a route per gRPC service, by its full name. Services speak cleartext HTTP/2 inside, so the
/// version is exact: with a fallback YARP would try HTTP/1.1 and every call would fail.
/// </summary>
public static class ServiceRoutes
{
    public static void AddServiceRoutes(this IServiceCollection services, GatewaySettings settings)
    {
        ClusterConfig[] clusters =
        [
            Cluster("partners", settings.Partners), Cluster("referrals", settings.Referrals), Cluster("conventions", settings.Conventions), Cluster("training", settings.Training),
        ];
        RouteConfig[] routes =
        [
            Route(Partners.V1.PartnersService.Descriptor.FullName, "partners"),
            Route(Referrals.V1.ReferralsService.Descriptor.FullName, "referrals"),
            Route(Referrals.V1.FiguresService.Descriptor.FullName, "referrals"),
            Route(Referrals.V1.NotificationsService.Descriptor.FullName, "referrals"),
            Route(Conventions.V1.ConventionsService.Descriptor.FullName, "conventions"),
            Route(Conventions.V1.TemplatesService.Descriptor.FullName, "conventions"),
            Route(Conventions.V1.BodiesService.Descriptor.FullName, "conventions"),
            Route(Conventions.V1.PoliciesService.Descriptor.FullName, "conventions"),
            Route(Training.V1.ProfessionalsService.Descriptor.FullName, "training"),
            Route(Training.V1.CoursesService.Descriptor.FullName, "training"),
            Route(Training.V1.SessionsService.Descriptor.FullName, "training"),
            Route(Training.V1.HabilitationsService.Descriptor.FullName, "training"),
            Route(Training.V1.PlansService.Descriptor.FullName, "training"),
            Route(Training.V1.TrainingFiguresService.Descriptor.FullName, "training"),
            Route(Training.V1.NeedsService.Descriptor.FullName, "training"),
            Route(Training.V1.CampaignsService.Descriptor.FullName, "training"),
        ];

        services.AddReverseProxy()
            .LoadFromMemory(routes, clusters)
            .ConfigureHttpClient((_, handler) => Tune(handler))
            .AddTransforms(route =>
            {
                // The services need neither the address nor the host the caller used.
                route.AddXForwarded(ForwardedTransformActions.Remove);
                route.AddRequestTransform(UnaryDeadline.Add);
                route.AddRequestTransform(StreamedBodies.Allow);
            });
    }

    /// <summary>The calls of the gRPC port, and on the web port the identity provider's pages where it stands behind the gateway.</summary>
    public static void MapServiceRoutes(this WebApplication app, GatewaySettings settings)
    {
        app.MapReverseProxy().Through(Door.Grpc);
        app.MapGrpcService<GatewayHealth>().Through(Door.Grpc);
        if (settings.Identity is { } identity)
        {
            var plain = new ForwarderRequestConfig { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
            app.MapForwarder("/realms/{**rest}", identity.AbsoluteUri, plain, transforms => transforms.AddOriginalHost());
        }
    }

    private static RouteConfig Route(string service, string cluster) => new()
    {
        RouteId = service,
        ClusterId = cluster,
        Match = new() { Path = $"/{service}/{{**method}}", Methods = [HttpMethods.Post] },
    };

    private static ClusterConfig Cluster(string name, Uri address) => new()
    {
        ClusterId = name,
        Destinations = new Dictionary<string, DestinationConfig>(StringComparer.Ordinal) { [name] = new() { Address = address.AbsoluteUri } },
        HttpRequest = new()
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            // Counts silence, not duration. Watch streams give a sign of life every 15 s; a stream silent for longer than this is dead.
            ActivityTimeout = TimeSpan.FromMinutes(2),
            AllowResponseBuffering = false,
        },
        HealthCheck = new()
        {
            // A restarted service must be found again at once, and with a single copy an unhealthy one is still the best one to ask.
            AvailableDestinationsPolicy = "HealthyOrPanic",
            Active = new() { Enabled = true, Path = "/healthz", Interval = TimeSpan.FromSeconds(5), Timeout = TimeSpan.FromSeconds(2) },
        },
    };

    private static void Tune(SocketsHttpHandler handler)
    {
        handler.EnableMultipleHttp2Connections = true;
        handler.ConnectTimeout = TimeSpan.FromSeconds(2);
        handler.PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5);
        // So that copies started behind the same name get their share of the calls.
        handler.PooledConnectionLifetime = TimeSpan.FromMinutes(10);
        handler.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
        handler.KeepAlivePingTimeout = TimeSpan.FromSeconds(10);
        handler.KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests;
        handler.InitialHttp2StreamWindowSize = 1 << 20;
    }
}
