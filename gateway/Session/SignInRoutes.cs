using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Reseau.Gateway.Session;

/// <summary>Signing in and out. The pages around it are in Portal/Pages.</summary>
public static class SignInRoutes
{
    public const string SignIn = "/connexion";
    public const string Failed = "/connexion/echec";
    public const string SignOut = "/deconnexion";
    public const string Confirm = "/connexion/confirmer";

    public static void MapSignIn(this WebApplication app)
    {
        app.MapGet(SignIn, Start);
        app.MapGet(Confirm, Again);
        app.MapPost(SignOut, EndAsync);
    }

    /// <summary>The sign-in link that comes back to a page.</summary>
    public static string Link(string back) => $"{SignIn}?retour={Uri.EscapeDataString(back)}";

    /// <summary>The link that asks for the password again, for what only the person may do, and comes back to a page.</summary>
    public static string ConfirmLink(string back) => $"{Confirm}?retour={Uri.EscapeDataString(back)}";

    // Whoever is not signed in signs in, which proves as much.
    private static IResult Again(string? retour)
    {
        var wanted = new AuthenticationProperties { RedirectUri = IsLocal(retour) ? retour! : "/" };
        wanted.SetParameter(SessionSetup.AgainParameter, true);
        return Results.Challenge(wanted, [SessionSetup.SignIn]);
    }

    private static IResult Start(HttpContext context, GatewaySettings settings, string? retour)
    {
        var back = IsLocal(retour) ? retour! : "/";
        if (context.User.Identity is { IsAuthenticated: true }) return Results.LocalRedirect(back);

        // On one machine people type 127.0.0.1 or localhost; the cookies of one are not those of the other, and the realm
        // knows only the public one.
        if (PublicAddress.TypedHost(context) is { } typed && typed != settings.PublicUrl.Host && IsLoopback(typed) && settings.PublicUrl.IsLoopback)
        {
            return Results.Redirect(new Uri(settings.PublicUrl, Link(back)).AbsoluteUri);
        }

        return Results.Challenge(new() { RedirectUri = back }, [SessionSetup.SignIn]);
    }

    private static async Task<IResult> EndAsync(HttpContext context, IAntiforgery antiforgery, TokenClient tokens, ILogger<SessionStore> logger)
    {
        if (!await antiforgery.IsRequestValidAsync(context)) return Results.StatusCode(StatusCodes.Status400BadRequest);

        var refreshToken = await context.GetTokenAsync(SessionTokens.Refresh);
        var idToken = await context.GetTokenAsync(SessionTokens.Id);
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        try
        {
            if (refreshToken is not null) await tokens.EndSessionAsync(refreshToken, idToken ?? "", context.RequestAborted);
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            // The session here is over all the same; the realm's ends by itself when unused.
            Log.IdentityUnavailable(logger, exception);
        }

        return Results.LocalRedirect("/?fait=deconnexion");
    }

    private static bool IsLocal(string? path) =>
        path is ['/', ..] && !path.StartsWith("//", StringComparison.Ordinal) && !path.StartsWith("/\\", StringComparison.Ordinal)
        && !path.Any(char.IsControl);

    private static bool IsLoopback(string host) =>
        host == "localhost" || (System.Net.IPAddress.TryParse(host.Trim('[', ']'), out var address) && System.Net.IPAddress.IsLoopback(address));
}
