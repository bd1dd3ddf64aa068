using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Reseau.Identity.Pages;
using Reseau.Identity.Realm;
using Reseau.Identity.Sessions;
using Reseau.Identity.Tokens;

namespace Reseau.Identity.Endpoints;

/// <summary>
/// Signing out, asked by a client. With an ID token as hint it is done at once; without one the person is asked first, so that
/// a link placed on any page cannot sign people out. The return address is checked before anything ends.
/// </summary>
internal sealed class LogoutEndpoint(
    IdentityRealm realm, SessionStore sessions, TokenFactory tokens, BrowserCookies cookies, SignOutPage page)
{
    public async Task HandleAsync(HttpContext context)
    {
        var ask = await Wire.ParametersAsync(context);
        var hint = ask("id_token_hint") is { } text ? await tokens.ReadAsync(text, "ID", evenExpired: true) : null;
        if (Fault(ask, hint) is { } fault)
        {
            await page.ErrorAsync(context, fault);
            return;
        }

        var browserKey = BrowserCookies.SessionKey(context);
        var session = hint is not null ? sessions.Find(hint.GetPayloadValue<string>("sid")) : sessions.FindByBrowser(browserKey);
        if (hint is null && session is not null && ask("confirm") != Proof(browserKey!))
        {
            await page.ConfirmAsync(context, Proof(browserKey!), ask("client_id"), ask("post_logout_redirect_uri"), ask("state"));
            return;
        }

        if (session is not null) sessions.End(session.Id);
        if (sessions.FindByBrowser(browserKey) is null) cookies.ForgetSession(context);
        if (ask("post_logout_redirect_uri") is { } target) Wire.Redirect(context, target, ("state", ask("state")));
        else await page.DoneAsync(context);
    }

    private string? Fault(Func<string, string?> ask, JsonWebToken? hint)
    {
        if (ask("id_token_hint") is not null && hint is null) return "La demande de déconnexion ne vient pas d'une connexion d'ici.";
        if (ask("client_id") is { } named && hint is not null && hint.Azp != named) return "La demande de déconnexion mélange deux applications.";
        if (ask("post_logout_redirect_uri") is not { } target) return null;
        return realm.FindClient(hint?.Azp ?? ask("client_id")) is { } client && client.AllowsPostLogoutRedirect(target)
            ? null
            : "L'adresse de retour demandée n'est pas celle de l'application.";
    }

    // Only the browser that holds the session cookie was shown this value.
    private static string Proof(string browserKey) => RandomKey.HashOf("sign-out " + browserKey);
}
