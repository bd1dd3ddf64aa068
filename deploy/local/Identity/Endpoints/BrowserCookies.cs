using Microsoft.AspNetCore.Http;
using Reseau.Identity.Sessions;
using Reseau.Identity.Tokens;

namespace Reseau.Identity.Endpoints;

/// <summary>
/// The two cookies of a browser: one ties a sign-in page to the browser it was shown to, so nobody can answer it from
/// elsewhere; the other proves the session. Both are random, unreadable by scripts, and sent to the realm's paths only.
/// </summary>
public sealed class BrowserCookies(RealmUrls urls)
{
    private const string SignIn = "RESEAU_SIGN_IN";
    private const string Session = "RESEAU_IDENTITY";

    /// <summary>The key that proves the session; null when there is none.</summary>
    public static string? SessionKey(HttpContext context) => context.Request.Cookies[Session];

    /// <summary>Hash of the sign-in cookie; null when there is none.</summary>
    public static string? SignInHash(HttpContext context) => context.Request.Cookies[SignIn] is { } value ? RandomKey.HashOf(value) : null;

    /// <summary>Hash of the sign-in cookie, which is given first to a browser that has none. Several tabs share it.</summary>
    public string EnsureSignIn(HttpContext context)
    {
        if (SignInHash(context) is { } hash) return hash;
        var value = RandomKey.Create();
        context.Response.Cookies.Append(SignIn, value, Options());
        return RandomKey.HashOf(value);
    }

    /// <summary>Gives the browser a new session key. It changes at each sign-in: a key planted before is worth nothing after.</summary>
    public string RenewSession(HttpContext context)
    {
        var value = RandomKey.Create();
        context.Response.Cookies.Append(Session, value, Options());
        return value;
    }

    /// <summary>Takes the session key back.</summary>
    public void ForgetSession(HttpContext context) => context.Response.Cookies.Delete(Session, Options());

    private CookieOptions Options() => new()
    {
        HttpOnly = true, IsEssential = true, Path = urls.Path + "/", SameSite = SameSiteMode.Lax, Secure = urls.IsHttps,
    };
}
