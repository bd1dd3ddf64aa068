using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Reseau.Sidecar;

namespace Reseau.Gateway.Tests.Hosts;

/// <summary>A small real gRPC server in the place of a service, on a free port.</summary>
public sealed class Backend<TService> : IAsyncDisposable where TService : class
{
    private readonly Action<IServiceCollection> _add;
    private readonly Action<IEndpointRouteBuilder> _map;
    private WebApplication? _app;

    private Backend(TService service, int port, Action<IServiceCollection>? add, Action<IEndpointRouteBuilder>? map) =>
        (Service, Port, _add, _map) = (service, port, add ?? (_ => { }), map ?? (_ => { }));

    public TService Service { get; }

    public int Port { get; }

    public string Address => $"http://127.0.0.1:{Port}";

    /// <summary>Starts it, with further contracts on the same port, as services have them.</summary>
    public static async Task<Backend<TService>> StartAsync(TService service, Action<IServiceCollection>? add = null, Action<IEndpointRouteBuilder>? map = null)
    {
        var backend = new Backend<TService>(service, FreePort.Take(), add, map);
        await backend.StartAsync();
        return backend;
    }

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, Port, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(Service);
        _add(builder.Services);
        _app = builder.Build();
        _app.MapGrpcService<TService>();
        _map(_app);
        _app.MapGet("/healthz", () => "ok");
        await _app.StartAsync();
    }

    public async Task StopAsync()
    {
        if (_app is null) return;
        await _app.StopAsync();
        await _app.DisposeAsync();
        _app = null;
    }

    public async ValueTask DisposeAsync() => await StopAsync();
}
