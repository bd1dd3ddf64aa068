using System.Globalization;
using Microsoft.AspNetCore.Http;
using Reseau.Identity.Pages;
using Reseau.Identity.Realm;
using Reseau.Identity.Sessions;
using Reseau.Identity.Tokens;

namespace Reseau.Identity.Endpoints;

/// <summary>
/// The authorization endpoint: checks what the client asks, then answers at once if the person is signed in recently enough,
/// and shows the sign-in page otherwise. Until the client and its redirect URI are known good, errors stay on this page:
/// sending them to an address nobody vouches for would make an open redirector.
/// </summary>
internal sealed class AuthorizeEndpoint(
    IdentityRealm realm, SessionStore sessions, AuthorizationCodes codes, BrowserCookies cookies, SignInPage page,
    ExpiringStore<PendingSignIn> pending, TimeProvider clock)
{
    private const int S256ChallengeLength = 43;

    public async Task HandleAsync(HttpContext context)
    {
        var ask = await Wire.ParametersAsync(context);
        if (realm.FindClient(ask("client_id")) is not { } client)
        {
            await page.ErrorAsync(context, "L'application qui demande la connexion n'est pas connue.");
            return;
        }

        if (ask("redirect_uri") is not { } redirectUri || !client.AllowsRedirect(redirectUri))
        {
            await page.ErrorAsync(context, "L'adresse de retour demandée n'est pas celle de l'application.");
            return;
        }

        if (Fault(ask, client) is var (error, description))
        {
            codes.Refuse(context, redirectUri, ask("state"), error, description);
            return;
        }

        await AnswerAsync(context, ask, new(
            client.ClientId, redirectUri, Scopes.Give(ask("scope"))!, ask("state"), ask("nonce"), ask("code_challenge")));
    }

    private async Task AnswerAsync(HttpContext context, Func<string, string?> ask, AuthorizationRequest request)
    {
        var session = sessions.FindByBrowser(BrowserCookies.SessionKey(context));
        if (session is not null && !MustSignInAgain(session, ask))
        {
            codes.Answer(context, request, session);
            return;
        }

        if (ask("prompt") == "none")
        {
            codes.Refuse(context, request.RedirectUri, request.State, "login_required", "The person must sign in.");
            return;
        }

        var shown = new PendingSignIn(request, cookies.EnsureSignIn(context), session?.Id, ask("login_hint"));
        await page.ShowAsync(context, pending.Add(shown), shown, failed: false);
    }

    private bool MustSignInAgain(Session session, Func<string, string?> ask) =>
        ask("prompt") == "login"
        || (ask("max_age") is { } maxAge
            && clock.GetUtcNow() - session.AuthenticatedAt >= TimeSpan.FromSeconds(int.Parse(maxAge, CultureInfo.InvariantCulture)));

    private static (string Error, string Description)? Fault(Func<string, string?> ask, ClientDocument client) => true switch
    {
        _ when !client.StandardFlowEnabled => ("unauthorized_client", "Client is not allowed to initiate browser login."),
        _ when ask("request") is not null => ("request_not_supported", "Request objects are not supported."),
        _ when ask("request_uri") is not null => ("request_uri_not_supported", "Request objects are not supported."),
        _ when ask("response_type") is null => ("invalid_request", "Missing parameter: response_type"),
        _ when ask("response_type") is not "code" => ("unsupported_response_type", "Only the code flow is supported."),
        _ when ask("response_mode") is not (null or "query") => ("invalid_request", "Invalid parameter: response_mode"),
        _ when Scopes.Give(ask("scope")) is null => ("invalid_scope", "Invalid scopes"),
        _ when ask("prompt") is not (null or "none" or "login") => ("invalid_request", "Invalid parameter: prompt"),
        _ when ask("max_age") is { } age && !int.TryParse(age, NumberStyles.None, CultureInfo.InvariantCulture, out _) =>
            ("invalid_request", "Invalid parameter: max_age"),
        _ when ask("code_challenge_method") is null => ("invalid_request", "Missing parameter: code_challenge_method"),
        _ when ask("code_challenge_method") is not "S256" => ("invalid_request", "Invalid parameter: code challenge method is not matching the configured one"),
        _ when ask("code_challenge") is not { Length: S256ChallengeLength } => ("invalid_request", "Invalid parameter: code_challenge"),
        _ => null,
    };
}
