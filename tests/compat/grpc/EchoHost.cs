using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Reseau.Compat.Tests;

/// <summary>The echo service on a free port, and a channel to it.</summary>
public sealed class EchoHost : IAsyncLifetime
{
    private readonly WebApplication _app;

    public EchoHost()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(server => server.ConfigureEndpointDefaults(listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc(grpc =>
        {
            grpc.ResponseCompressionAlgorithm = "gzip";
            grpc.Interceptors.Add<Greeter>();
        });
        _app = builder.Build();
        _app.MapGrpcService<EchoService>();
    }

    public GrpcChannel Channel { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await _app.StartAsync();
        var token = CallCredentials.FromInterceptor((call, headers) =>
        {
            headers.Add("authorization", call.MethodName);
            return Task.CompletedTask;
        });
        Channel = GrpcChannel.ForAddress(_app.Urls.Single(), new()
        {
            Credentials = ChannelCredentials.Create(ChannelCredentials.Insecure, token),
            UnsafeUseInsecureChannelCallCredentials = true,
        });
    }

    public async Task DisposeAsync()
    {
        Channel.Dispose();
        await _app.DisposeAsync();
    }

    private sealed class Greeter : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            context.UserState["from"] = "interceptor";
            return continuation(request, context);
        }
    }
}
