using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Reseau.Gateway.Limits;
using Reseau.Gateway.OpenData;
using Reseau.Gateway.Portal;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Routes;
using Reseau.Gateway.Session;

namespace Reseau.Gateway;

/// <summary>
/// Composes the gateway. Two ports, one pipeline: gRPC calls are routed to the services; browsers get the portal. Each step that
/// belongs to one port says so.
/// </summary>
public static class GatewayApp
{
    private const int MaximumRequest = 4 << 20;

    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(GatewayApp).Assembly.GetName().Name });
        // A search is in the query string, and the framework logs those: warnings only, unless configuration asks for more.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning).AddFilter("Yarp", LogLevel.Warning);
        configure?.Invoke(builder);

        var settings = GatewaySettings.Read(builder.Configuration);
        builder.WebHost.ConfigureKestrel(kestrel => Listen(kestrel, settings));
        builder.Host.UseDefaultServiceProvider(provider => (provider.ValidateScopes, provider.ValidateOnBuild) = (true, true));
        builder.AddTelemetry();
        builder.AddSessions(settings);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddGrpc(grpc => grpc.IgnoreUnknownServices = true);
        builder.Services.AddServiceRoutes(settings);
        builder.Services.AddServiceCalls(settings);
        builder.Services.AddCallLimits(settings.Limits);
        builder.Services.AddPortal(settings);
        builder.Services.AddOpenData();
        builder.Services.Configure<ForwardedHeadersOptions>(options => Trust(options, settings));

        var app = builder.Build();
        Use(app);
        app.MapGet("/healthz", () => Results.Text("ok")).Through(Door.Both);
        app.MapServiceRoutes(settings);
        app.MapSignIn();
        app.MapOpenData();
        app.MapPortal();
        return app;
    }

    private static void Use(WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseWhen(Doors.IsWeb, web => web.UseMiddleware<PublicAddress>().UseMiddleware<SecurityHeaders>().UseMiddleware<ErrorPages>());
        app.UseWhen(Doors.IsGrpc, grpc => grpc.UseMiddleware<CallErrors>());
        app.UseRouting();
        app.UseCors();
        app.Use(Doors.Keep);
        app.UseAuthentication();
        // Before tokens are refused: somebody who tries false ones is slowed down like any anonymous caller.
        app.UseRateLimiter();
        app.UseWhen(Doors.IsGrpc, grpc => grpc.UseMiddleware<CallerToken>());
        app.UseWhen(Doors.IsWeb, web => web.Use(SessionAvailability.Check));
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    private static void Listen(KestrelServerOptions kestrel, GatewaySettings settings)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MaximumRequest;
        // An information system multiplexes all its calls on one connection.
        kestrel.Limits.Http2.MaxStreamsPerConnection = 1000;
        kestrel.Limits.Http2.InitialConnectionWindowSize = 4 << 20;
        kestrel.Limits.Http2.InitialStreamWindowSize = 1 << 20;
        // Finds out that the other end of a Watch stream is gone.
        kestrel.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(60);
        kestrel.Listen(settings.Listen, settings.WebPort, listen => listen.Protocols = HttpProtocols.Http1);
        kestrel.Listen(settings.Listen, settings.GrpcPort, listen => listen.Protocols = HttpProtocols.Http2);
    }

    private static void Trust(ForwardedHeadersOptions options, GatewaySettings settings)
    {
        options.ForwardedHeaders = settings.TrustedProxies.Count > 0 ? ForwardedHeaders.XForwardedFor : ForwardedHeaders.None;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in settings.TrustedProxies) options.KnownIPNetworks.Add(network);
    }
}
