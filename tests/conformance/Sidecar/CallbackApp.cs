using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Reseau.Conformance.Sidecar;

/// <summary>A small real application that receives topics. Each test has its own inbox in it.</summary>
public sealed class CallbackApp : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly Inboxes _inboxes;

    private CallbackApp(WebApplication web, Inboxes inboxes) => (_web, _inboxes) = (web, inboxes);

    public string Address => _web.Urls.Single();

    public static async Task<CallbackApp> StartAsync(int port = 0)
    {
        var inboxes = new Inboxes();
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(inboxes);

        var web = builder.Build();
        web.MapGrpcService<CallbackEndpoint>();
        await web.StartAsync();
        return new CallbackApp(web, inboxes);
    }

    public Inbox OpenInbox(Inbox? like = null) => _inboxes.Open(like);

    public async ValueTask DisposeAsync()
    {
        await _web.StopAsync();
        await _web.DisposeAsync();
    }
}
