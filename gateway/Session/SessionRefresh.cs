using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Reseau.Gateway.Session;

/// <summary>
/// Renews the tokens of a session shortly before the access token ends, once for all tabs and copies of the gateway:
/// <code>
/// token still good → use it
/// claim won        → refresh at the realm, store, use
/// claim lost       → look again until the winner has stored
/// realm says no    → the session is over, the person signs in again
/// </code>
/// </summary>
public sealed class SessionRefresh(
    SessionStore store, TokenClient tokens, AccessTokenReader reader, TimeProvider clock, ILogger<SessionRefresh> logger)
{
    // Longer than the deadline of a call: a token handed to a service must not end on the way.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (IsFresh(context.Properties, Margin)) return;
        try
        {
            if (await RenewAsync(context.Properties, context.HttpContext.RequestAborted) is { } ticket)
            {
                context.ReplacePrincipal(ticket.Principal);
                context.Properties.StoreTokens(ticket.Properties.GetTokens());
                return;
            }
        }
        catch (TokenRefusedException refused)
        {
            Log.SessionRefused(logger, refused.Error);
        }
        catch (Exception exception) when (exception is HttpRequestException or SessionStoreException or TaskCanceledException)
        {
            Log.IdentityUnavailable(logger, exception);
            if (IsFresh(context.Properties, TimeSpan.Zero)) return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    // Null when the session is gone.
    private async Task<AuthenticationTicket?> RenewAsync(AuthenticationProperties properties, CancellationToken cancellation)
    {
        var key = SessionStore.KeyOf(properties);
        // A winner that died leaves its claim behind for as long as it holds; then somebody else wins.
        var giveUp = clock.GetUtcNow() + Hold + Hold;
        while (clock.GetUtcNow() < giveUp)
        {
            var (mine, ticket) = await store.ClaimRefreshAsync(key, Hold);
            if (ticket is null) return null;
            if (IsFresh(ticket.Properties, Margin)) return await ReleasedAsync(key, ticket, mine);
            if (mine) return await RefreshAsync(key, ticket, cancellation);
            await Task.Delay(Pause, clock, cancellation);
        }

        return null;
    }

    private async Task<AuthenticationTicket> RefreshAsync(string key, AuthenticationTicket ticket, CancellationToken cancellation)
    {
        var fresh = await tokens.RefreshAsync(
            SessionTokens.Of(ticket.Properties, SessionTokens.Refresh), SessionTokens.Of(ticket.Properties, SessionTokens.Id), cancellation);
        SessionTokens.Keep(ticket.Properties, fresh);
        // Roles may have changed since.
        var renewed = new AuthenticationTicket(await reader.ReadAsync(fresh.AccessToken), ticket.Properties, ticket.AuthenticationScheme);
        await store.RenewAsync(key, renewed);
        return renewed;
    }

    // Somebody had renewed between our first look and our claim: storing the ticket as it is gives the claim back.
    private async Task<AuthenticationTicket> ReleasedAsync(string key, AuthenticationTicket ticket, bool mine)
    {
        if (mine) await store.RenewAsync(key, ticket);
        return ticket;
    }

    private bool IsFresh(AuthenticationProperties properties, TimeSpan margin) =>
        DateTimeOffset.TryParse(
            SessionTokens.Of(properties, SessionTokens.ExpiresAt), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var expiresAt)
        && expiresAt - margin > clock.GetUtcNow();
}
