using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;

namespace Reseau.Identity.Tests;

/// <summary>
/// The provider on a free port, seen from outside under its public URL: connections to that URL end at the port, as they do
/// through the gateway.
/// </summary>
public sealed class ProviderHost : IAsyncLifetime
{
    private WebApplication _app = null!;

    public string PublicUrl { get; init; } = "http://localhost:8080";

    public string DataDirectory { get; init; } = Directory.CreateTempSubdirectory("reseau-identity-").FullName;

    public string RealmFile { get; init; } = Path.Combine(AppContext.BaseDirectory, "reseau-realm.json");

    public ManualClock Clock { get; init; } = new(DateTimeOffset.UtcNow);

    public string Issuer => PublicUrl + "/realms/reseau";

    public HttpClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _app = IdentityHost.Build(new()
        {
            RealmFile = RealmFile, PublicUrl = PublicUrl, DataDirectory = DataDirectory, Clock = Clock, EnvironmentName = "Testing",
            Placeholders = DemoPlaceholders.For(PublicUrl),
        });
        await _app.StartAsync();
        Client = new(NewHandler()) { BaseAddress = new(PublicUrl) };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    /// <summary>A handler that reaches this provider whatever the host and port of the URL.</summary>
    public HttpMessageHandler NewHandler()
    {
        var port = new Uri(_app.Urls.Single()).Port;
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectCallback = async (_, cancellation) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync("127.0.0.1", port, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
    }

    public string Endpoint(string name) => $"{Issuer}/protocol/openid-connect/{name}";

    /// <summary>Posts to the token endpoint as a client.</summary>
    public async Task<TokenReply> TokenAsync(string clientId, string secret, params (string Name, string Value)[] form)
    {
        var fields = form.Append(("client_id", clientId)).Append(("client_secret", secret))
            .Select(field => KeyValuePair.Create(field.Item1, field.Item2));
        using var reply = await Client.PostAsync(Endpoint("token"), new FormUrlEncodedContent(fields));
        return new(reply.StatusCode, (await reply.Content.ReadFromJsonAsync<JsonObject>())!);
    }

    /// <summary>Posts to the token endpoint as a demo client, with its right secret.</summary>
    public Task<TokenReply> TokenAsync(string clientId, params (string Name, string Value)[] form) =>
        TokenAsync(clientId, DemoPlaceholders.SecretOf(clientId), form);
}
