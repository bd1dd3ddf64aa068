using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Reseau.Identity.Endpoints;
using Reseau.Identity.Pages;
using Reseau.Identity.Realm;
using Reseau.Identity.Sessions;
using Reseau.Identity.Tokens;

namespace Reseau.Identity;

/// <summary>
/// The identity provider of the local edition. It reads the realm file that Keycloak imports, answers on Keycloak's paths and
/// gives tokens with the same claims, so nothing else knows which of the two is there. It is for one machine: it has no
/// administration, no password storage worth the name and no second factor, so it refuses any other use.
/// </summary>
public static class IdentityHost
{
    /// <summary>Composes the provider; starting it is the caller's.</summary>
    /// <exception cref="InvalidOperationException">The options would expose it beyond this machine.</exception>
    /// <exception cref="InvalidDataException">The realm file cannot be served faithfully.</exception>
    public static WebApplication Build(IdentityOptions options)
    {
        var environment = options.EnvironmentName
            ?? Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")
            ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT");
        RefuseAnyOtherMachine(options, environment);
        var realm = RealmFile.Load(options.RealmFile, options.Placeholders);
        Directory.CreateDirectory(options.DataDirectory);

        // The empty builder reads no configuration: no environment variable can add an endpoint to listen on.
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "Reseau.Identity", EnvironmentName = environment ?? "Local" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, options));
        builder.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning);
        AddProvider(builder.Services.AddRouting(), realm, options);

        var app = builder.Build();
        app.Use((context, next) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers["Referrer-Policy"] = "no-referrer";
            return next(context);
        });
        MapEndpoints(app);
        Log.Started(app.Logger, app.Services.GetRequiredService<RealmUrls>().Issuer);
        return app;
    }

    private static void RefuseAnyOtherMachine(IdentityOptions options, string? environment)
    {
        if ("Production".Equals(environment, StringComparison.OrdinalIgnoreCase))
            throw new InvalidOperationException("The local identity provider does not run in production: use Keycloak.");
        if (!IPAddress.IsLoopback(options.Address))
            throw new InvalidOperationException("The local identity provider listens on a loopback address only.");
        if (!Uri.TryCreate(options.PublicUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || !url.IsLoopback)
            throw new InvalidOperationException("The local identity provider is for one machine: its public URL must be on localhost.");
    }

    private static void Listen(KestrelServerOptions kestrel, IdentityOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = 64 * 1024;
        kestrel.Listen(options.Address, options.Port);
    }

    private static void AddProvider(IServiceCollection services, IdentityRealm realm, IdentityOptions options) => services
        .AddSingleton(realm)
        .AddSingleton(options.Clock)
        .AddSingleton(new RealmUrls(options.PublicUrl, realm.Name))
        .AddSingleton(_ => SigningKeys.Load(options.DataDirectory))
        .AddSingleton(new SessionStore(realm, options.Clock, options.DataDirectory))
        .AddSingleton(new ExpiringStore<PendingSignIn>(options.Clock, TimeSpan.FromMinutes(30), capacity: 10_000))
        .AddSingleton<TokenFactory>().AddSingleton<LoginGuard>().AddSingleton<AuthorizationCodes>().AddSingleton<BrowserCookies>()
        .AddSingleton<PageWriter>().AddSingleton<SignInPage>().AddSingleton<SignOutPage>().AddSingleton<ClientAuthentication>()
        .AddSingleton<DiscoveryEndpoint>().AddSingleton<AuthorizeEndpoint>().AddSingleton<SignInEndpoint>().AddSingleton<TokenEndpoint>()
        .AddSingleton<UserInfoEndpoint>().AddSingleton<LogoutEndpoint>().AddSingleton<ThemeEndpoint>();

    private static void MapEndpoints(WebApplication app)
    {
        var (services, getOrPost) = (app.Services, new[] { "GET", "POST" });
        var realm = app.MapGroup(services.GetRequiredService<RealmUrls>().Path);
        var discovery = services.GetRequiredService<DiscoveryEndpoint>();
        realm.MapGet("/.well-known/openid-configuration", discovery.DiscoverAsync);
        realm.MapGet("/protocol/openid-connect/certs", discovery.KeysAsync);
        realm.MapMethods("/protocol/openid-connect/auth", getOrPost, services.GetRequiredService<AuthorizeEndpoint>().HandleAsync);
        realm.MapPost("/login-actions/authenticate", services.GetRequiredService<SignInEndpoint>().HandleAsync);
        realm.MapPost("/protocol/openid-connect/token", services.GetRequiredService<TokenEndpoint>().HandleAsync);
        realm.MapMethods("/protocol/openid-connect/userinfo", getOrPost, services.GetRequiredService<UserInfoEndpoint>().HandleAsync);
        realm.MapMethods("/protocol/openid-connect/logout", getOrPost, services.GetRequiredService<LogoutEndpoint>().HandleAsync);
        realm.MapGet("/theme.css", services.GetRequiredService<ThemeEndpoint>().HandleAsync);
    }
}
