using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Reseau.Identity.Pages;
using Reseau.Identity.Realm;
using Reseau.Identity.Sessions;

namespace Reseau.Identity.Endpoints;

/// <summary>The answer to the sign-in page. A wrong name and a wrong password look the same, and so does a blocked account.</summary>
internal sealed class SignInEndpoint(
    IdentityRealm realm, SessionStore sessions, LoginGuard guard, AuthorizationCodes codes, BrowserCookies cookies, SignInPage page,
    ExpiringStore<PendingSignIn> pending, ILogger<SignInEndpoint> logger)
{
    public async Task HandleAsync(HttpContext context)
    {
        var typed = await Wire.ParametersAsync(context);
        if (typed("tab") is not { } tab || pending.Find(tab) is not { } shown || shown.BrowserHash != BrowserCookies.SignInHash(context))
        {
            await page.ErrorAsync(context, "Cette page de connexion a expiré. Revenez à l'application et recommencez.");
            return;
        }

        if (typed("other") is not null)
        {
            await ChangePersonAsync(context, tab, shown);
            return;
        }

        var known = shown.SessionId is { } id ? sessions.Find(id) : null;
        var account = known is not null ? realm.FindSubject(known.Subject) : realm.FindPerson(typed("username") ?? "");
        if (account is null || !guard.Accepts(account, typed("password") ?? ""))
        {
            if (account is not null) Log.SignInRefused(logger, account.Subject);
            await page.ShowAsync(context, tab, shown, failed: true);
            return;
        }

        // Two answers to one page (a double click) must not open two sessions: the page is spent before the session opens.
        pending.Remove(tab);
        var key = cookies.RenewSession(context);
        var session = (known is not null ? sessions.Reauthenticate(known.Id, key) : null) ?? sessions.Open(account.Subject, key);
        codes.Answer(context, shown.Request, session);
    }

    // "Someone else": the session of the person named on the page ends, and the page asks for a name.
    private async Task ChangePersonAsync(HttpContext context, string tab, PendingSignIn shown)
    {
        if (shown.SessionId is { } id) sessions.End(id);
        cookies.ForgetSession(context);
        pending.Remove(tab);
        var fresh = shown with { SessionId = null, LoginHint = null };
        await page.ShowAsync(context, pending.Add(fresh), fresh, failed: false);
    }
}
