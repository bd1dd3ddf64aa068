using System.Net.Http.Headers;
using System.Net.Http.Json;
using Keycloak.AuthServices.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Reseau.Identity.Tests.Api;

/// <summary>An API that trusts the realm through its configuration, as the services do.</summary>
public sealed class ProtectedApi : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _client;

    private ProtectedApi(WebApplication app) => (_app, _client) = (app, new() { BaseAddress = new(app.Urls.Single()) });

    public static async Task<ProtectedApi> StartAsync(ProviderHost provider, string audience = "reseau")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Keycloak:AuthServerUrl"] = provider.PublicUrl, ["Keycloak:Realm"] = "reseau",
            ["Keycloak:Audience"] = audience, ["Keycloak:SslRequired"] = "none",
        });
        builder.Services.AddKeycloakWebApiAuthentication(builder.Configuration, bearer => bearer.BackchannelHttpHandler = provider.NewHandler());
        builder.Services.AddAuthorization();

        var app = builder.Build();
        app.MapGet("/me", (HttpContext context) => new Me(
            context.User.Identity!.Name, context.User.FindFirst("institution")?.Value, context.User.FindFirst("realm_access")?.Value)).RequireAuthorization();
        await app.StartAsync();
        return new(app);
    }

    public async Task<(int Status, Me? Me)> CallAsync(string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/me");
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue(JwtBearerDefaults.AuthenticationScheme, token);
        using var reply = await _client.SendAsync(request);
        return ((int)reply.StatusCode, reply.IsSuccessStatusCode ? await reply.Content.ReadFromJsonAsync<Me>() : null);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    public sealed record Me(string? Name, string? Institution, string? RealmAccess);
}
