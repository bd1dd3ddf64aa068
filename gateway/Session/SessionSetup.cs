using Keycloak.AuthServices.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.DataProtection;
using Reseau.Hosting.Access;

namespace Reseau.Gateway.Session;

/// <summary>
/// Who is calling: on the gRPC port a token; on the web port a session, opened by the authorization code flow with PKCE. The
/// framework's OAuth handler is used because its OpenID Connect package is not part of the shared framework; what that would add,
/// checking the ID token, is replaced by checking the access token the way the services do.
/// </summary>
public static class SessionSetup
{
    public const string SignIn = "signin";
    private const string ByDoor = "door";

    /// <summary>Parameter of a challenge that asks for the password of somebody who is signed in already.</summary>
    internal const string AgainParameter = "again";

    public static void AddSessions(this WebApplicationBuilder builder, GatewaySettings settings)
    {
        var services = builder.Services;
        var secure = settings.PublicUrl.Scheme == Uri.UriSchemeHttps;

        services.AddDaprClient();
        services.AddDataProtection()
            .SetApplicationName("reseau-gateway")
            .PersistKeysToFileSystem(Directory.CreateDirectory(settings.KeysDirectory));
        services.AddSingleton<SessionStore>();
        services.AddSingleton<AccessTokenReader>();
        services.AddScoped<SessionRefresh>();
        services.AddHttpClient<TokenClient>(client => client.Timeout = TimeSpan.FromSeconds(5));

        services.AddKeycloakWebApiAuthentication(builder.Configuration, bearer =>
        {
            bearer.MapInboundClaims = false;
            bearer.TokenValidationParameters.ValidAudience = settings.Audience;
        });
        services.AddSingleton<RememberingTokenHandler>();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<RememberingTokenHandler>((bearer, handler) => handler.Serve(bearer));

        services.AddAuthentication(ByDoor)
            .AddPolicyScheme(ByDoor, displayName: null, scheme => scheme.ForwardDefaultSelector = context =>
                Doors.IsGrpc(context) ? JwtBearerDefaults.AuthenticationScheme : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie => Cookie(cookie, secure))
            .AddOAuth(SignIn, oauth => OAuth(oauth, settings, secure));
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<SessionStore>((cookie, store) => cookie.SessionStore = store);

        services.AddAuthorizationBuilder()
            .AddPolicy(Roles.ReferralPages, policy => policy
                .RequireRole(Roles.Receptionist, Roles.Handler)
                .RequireClaim(Claims.Institution));
    }

    private static void Cookie(CookieAuthenticationOptions options, bool secure)
    {
        // __Host- binds the cookie to this host and to HTTPS; browsers refuse the prefix without HTTPS.
        options.Cookie.Name = secure ? "__Host-reseau" : "reseau";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = SessionStore.Idle;
        options.SlidingExpiration = true;
        options.ForwardChallenge = SignIn;
        options.Events = new()
        {
            OnValidatePrincipal = context => context.HttpContext.RequestServices.GetRequiredService<SessionRefresh>().ValidateAsync(context),
            OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            },
        };
    }

    private static void OAuth(OAuthOptions options, GatewaySettings settings, bool secure)
    {
        options.AuthorizationEndpoint = settings.OpenIdConnect("auth").AbsoluteUri;
        options.TokenEndpoint = settings.OpenIdConnect("token").AbsoluteUri;
        options.ClientId = settings.ClientId;
        options.ClientSecret = settings.ClientSecret;
        options.CallbackPath = "/signin-oidc";
        options.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        options.UsePkce = true;
        options.Scope.Add("openid");
        options.Scope.Add("profile");
        options.BackchannelTimeout = TimeSpan.FromSeconds(10);
        // The answer of the realm is a plain navigation, for which Lax is enough; the handler's default, None, needs HTTPS.
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.Events.OnRedirectToAuthorizationEndpoint = context =>
        {
            // Both: max_age makes the provider say when it was, prompt keeps it from answering by itself.
            var again = context.Properties.GetParameter<bool?>(AgainParameter) is true ? "&prompt=login&max_age=0" : "";
            context.Response.Redirect(context.RedirectUri + again);
            return Task.CompletedTask;
        };
        options.Events.OnCreatingTicket = async context =>
        {
            var services = context.HttpContext.RequestServices;
            var tokens = TokenSet.Read(context.TokenResponse.Response!.RootElement, services.GetRequiredService<TimeProvider>().GetUtcNow());
            context.Principal = await services.GetRequiredService<AccessTokenReader>().ReadAsync(tokens.AccessToken);
            SessionTokens.Keep(context.Properties, tokens);
        };
        options.Events.OnRemoteFailure = context =>
        {
            var logger = context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(SessionSetup));
            Log.SignInFailed(logger, context.Failure?.GetType().Name ?? "none");
            context.Response.Redirect(SignInRoutes.Failed);
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }
}
