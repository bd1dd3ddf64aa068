using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Reseau.Sidecar.Hosting;

/// <summary>The applications of this sidecar and the ports they call it on, on this machine only.</summary>
internal sealed class SidecarApps(SidecarOptions options)
{
    private readonly List<SidecarApp> _apps = [.. options.Apps.Select(app => new SidecarApp(app))];

    public IReadOnlyList<SidecarApp> All => _apps;

    public SidecarApp Get(string appId) =>
        _apps.Find(app => app.AppId == appId) ?? throw new ArgumentException($"{appId} is not an application of this sidecar.", nameof(appId));

    public static SidecarApp Of(HttpContext context) =>
        context.Features.Get<SidecarApp>() ?? throw new InvalidOperationException("The connection came in by no application's port.");

    public void Listen(KestrelServerOptions kestrel)
    {
        foreach (var app in _apps)
        {
            app.Grpc = Listen(kestrel, app, app.Options.GrpcPort, HttpProtocols.Http2);
            app.Http = Listen(kestrel, app, app.Options.HttpPort, HttpProtocols.Http1);
        }
    }

    // Kestrel writes the port it got into the options it was given.
    private static ListenOptions Listen(KestrelServerOptions kestrel, SidecarApp app, int port, HttpProtocols protocols)
    {
        ListenOptions? bound = null;
        kestrel.Listen(IPAddress.Loopback, port, listen =>
        {
            bound = listen;
            listen.Protocols = protocols;
            listen.Use(next => connection =>
            {
                connection.Features.Set(app);
                return next(connection);
            });
        });
        return bound!;
    }
}
