using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Reseau.Identity;
using Reseau.Partners.V1;
using Reseau.Sidecar;

namespace Reseau.Gateway.Tests.Hosts;

/// <summary>The gateway as it is composed, between small real services, the embedded sidecar and the local identity provider.</summary>
public class GatewayHost : IAsyncLifetime
{
    private readonly string _data = System.IO.Directory.CreateTempSubdirectory("reseau-gateway-").FullName;
    private readonly int _webPort = FreePort.Take();
    private readonly int _grpcPort = FreePort.Take();
    private readonly int _identityPort = FreePort.Take();
    private WebApplication _identity = null!;
    private WebApplication _gateway = null!;

    public GatewayHost() => Habilitations = new(Professionals);

    public Backend<DirectoryStandIn> Partners { get; private set; } = null!;

    public Backend<ReferralsStandIn> Referrals { get; private set; } = null!;

    public NotificationsStandIn Notifications { get; } = new();

    public Backend<ConventionsStandIn> Conventions { get; private set; } = null!;

    public TemplatesStandIn Templates { get; } = new();

    public BodiesStandIn Bodies { get; } = new();

    public PoliciesStandIn Policies { get; } = new();

    public Backend<SessionsStandIn> Training { get; private set; } = null!;

    public ProfessionalsStandIn Professionals { get; } = new();

    public CoursesStandIn Courses { get; } = new();

    public HabilitationsStandIn Habilitations { get; }

    public PlansStandIn Plans { get; } = new();

    public TrainingFiguresStandIn TrainingFigures { get; } = new();

    public NeedsStandIn Needs { get; } = new();

    public CampaignsStandIn Campaigns { get; } = new();

    public SidecarHost Sidecar { get; private set; } = null!;

    public ErrorWatch Logs { get; } = new();

    public string PublicUrl => $"http://localhost:{_webPort}";

    public Uri GrpcAddress => new($"http://127.0.0.1:{_grpcPort}");

    public GrpcChannel Channel { get; private set; } = null!;

    public PartnersService.PartnersServiceClient Directory => new(Channel);

    protected virtual IEnumerable<(string Key, string Value)> Settings => [];

    /// <summary>The realm of the deployment, unless a test needs it otherwise.</summary>
    protected virtual string AdjustRealm(string realm) => realm;

    /// <summary>What a test adds to the composition.</summary>
    protected virtual void Adjust(IServiceCollection services)
    {
    }

    public virtual async Task InitializeAsync()
    {
        Partners = await Backend<DirectoryStandIn>.StartAsync(new());
        Referrals = await Backend<ReferralsStandIn>.StartAsync(new(), services => services.AddSingleton(Notifications), routes =>
        {
            routes.MapGrpcService<FiguresStandIn>();
            routes.MapGrpcService<NotificationsStandIn>();
        });
        Conventions = await Backend<ConventionsStandIn>.StartAsync(new(), services => services.AddSingleton(Templates).AddSingleton(Bodies).AddSingleton(Policies), routes =>
        {
            routes.MapGrpcService<TemplatesStandIn>();
            routes.MapGrpcService<BodiesStandIn>();
            routes.MapGrpcService<PoliciesStandIn>();
        });
        Training = await Backend<SessionsStandIn>.StartAsync(
            new(),
            services => services.AddSingleton(Professionals).AddSingleton(Courses).AddSingleton(Habilitations).AddSingleton(Plans).AddSingleton(TrainingFigures)
                .AddSingleton(Needs).AddSingleton(Campaigns),
            routes =>
            {
                routes.MapGrpcService<ProfessionalsStandIn>();
                routes.MapGrpcService<CoursesStandIn>();
                routes.MapGrpcService<HabilitationsStandIn>();
                routes.MapGrpcService<PlansStandIn>();
                routes.MapGrpcService<TrainingFiguresStandIn>();
                routes.MapGrpcService<NeedsStandIn>();
                routes.MapGrpcService<CampaignsStandIn>();
            });
        Sidecar = await SidecarHost.StartAsync(new() { DataFile = Path.Combine(_data, "sidecar.db"), Apps = [new() { AppId = "gateway" }] });
        _identity = IdentityHost.Build(new()
        {
            RealmFile = await RealmAsync(),
            PublicUrl = PublicUrl,
            Port = _identityPort,
            DataDirectory = Path.Combine(_data, "identity"),
            Placeholders = DemoPlaceholders.For(PublicUrl),
            EnvironmentName = "Testing",
        });
        await _identity.StartAsync();
        _gateway = GatewayApp.Build([], Configure);
        await _gateway.StartAsync();
        Channel = GrpcChannel.ForAddress(GrpcAddress);
    }

    public virtual async Task DisposeAsync()
    {
        Channel.Dispose();
        await _gateway.DisposeAsync();
        await _identity.DisposeAsync();
        await Sidecar.DisposeAsync();
        await Partners.DisposeAsync();
        await Referrals.DisposeAsync();
        await Conventions.DisposeAsync();
        await Training.DisposeAsync();
        System.IO.Directory.Delete(_data, recursive: true);
        Assert.True(Logs.Errors.IsEmpty, string.Join(Environment.NewLine, Logs.Errors));
    }

    /// <summary>A browser that has nobody signed in.</summary>
    public Browser NewBrowser() => new(PublicUrl);

    /// <summary>A browser in which somebody of the demonstration is signed in.</summary>
    public async Task<Browser> SignedInAsync(string user)
    {
        var browser = NewBrowser();
        await browser.SignInAsync(user);
        return browser;
    }

    /// <summary>The headers of a call by an information system of the demonstration.</summary>
    public async Task<Metadata> AsAsync(string client)
    {
        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = client,
            ["client_secret"] = DemoPlaceholders.SecretOf(client),
        });
        using var answer = await http.PostAsync($"{PublicUrl}/realms/reseau/protocol/openid-connect/token", form);
        var body = await answer.Content.ReadFromJsonAsync<JsonObject>();
        return new() { { "authorization", $"Bearer {body!["access_token"]}" } };
    }

    private async Task<string> RealmAsync()
    {
        var realm = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "reseau-realm.json"));
        var file = Path.Combine(_data, "realm.json");
        await File.WriteAllTextAsync(file, AdjustRealm(realm));
        return file;
    }

    private void Configure(WebApplicationBuilder builder)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Gateway:WebPort"] = $"{_webPort}",
            ["Gateway:GrpcPort"] = $"{_grpcPort}",
            ["Gateway:PublicUrl"] = PublicUrl,
            ["Gateway:Identity"] = $"http://127.0.0.1:{_identityPort}",
            ["Gateway:KeysDirectory"] = Path.Combine(_data, "keys"),
            ["Gateway:DemoAccounts"] = "true",
            ["Services:partners"] = Partners.Address,
            ["Services:referrals"] = Referrals.Address,
            ["Services:conventions"] = Conventions.Address,
            ["Services:training"] = Training.Address,
            ["Keycloak:AuthServerUrl"] = PublicUrl,
            ["Keycloak:Realm"] = "reseau",
            ["Keycloak:Resource"] = "reseau-portail",
            ["Keycloak:SslRequired"] = "none",
            ["Keycloak:Credentials:Secret"] = DemoPlaceholders.SecretOf("reseau-portail"),
            ["DAPR_GRPC_ENDPOINT"] = Sidecar.GrpcAddress("gateway"),
        };
        foreach (var (key, value) in Settings) settings[key] = value;
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders().AddProvider(Logs);
        Adjust(builder.Services);
    }
}
