using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Dapr;
using Dapr.Client;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace Reseau.Gateway.Session;

/// <summary>
/// Keeps sign-in sessions, tokens included, in the Dapr state <c>session:{id}</c>; the browser only holds the id, in a
/// protected cookie. The entry expires by itself when the session is not used.
/// </summary>
public sealed class SessionStore(DaprClient dapr, IDataProtectionProvider protection, TimeProvider clock, ILogger<SessionStore> logger) : ITicketStore
{
    /// <summary>Silence after which a session is forgotten; the realm's own is as long.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>State store component shared by all applications.</summary>
    public const string Component = "reseau-shared";

    /// <summary>Item of the ticket that holds its own key, for the renewal of its tokens.</summary>
    private const string KeyItem = ".key";
    private static readonly object Unread = new();
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly IDataProtector _protector = protection.CreateProtector("session");

    /// <summary>The key of a ticket that came out of this store.</summary>
    public static string KeyOf(AuthenticationProperties properties) => properties.Items[KeyItem]!;

    /// <summary>Whether this request came with a session that could not be read because the store does not answer.</summary>
    public static bool Failed(HttpContext context) => context.Items.ContainsKey(Unread);

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = "session:" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await RenewAsync(key, ticket);
        return key;
    }

    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        // Signing in again brings a new ticket under the key of the session that goes on.
        ticket.Properties.Items[KeyItem] = key;
        await Ask(async cancellation =>
        {
            await dapr.SaveStateAsync(Component, key, new SessionRecord(Protect(ticket)), metadata: Expiry(), cancellationToken: cancellation);
            return true;
        });
    }

    public Task<AuthenticationTicket?> RetrieveAsync(string key) =>
        Ask(async cancellation => Unprotect(await dapr.GetStateAsync<SessionRecord?>(Component, key, cancellationToken: cancellation)));

    /// <summary>Pages that need nobody in particular are shown even when the session cannot be read, so this does not throw.</summary>
    public async Task<AuthenticationTicket?> RetrieveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken)
    {
        try
        {
            return await RetrieveAsync(key);
        }
        catch (SessionStoreException)
        {
            httpContext.Items[Unread] = true;
            return null;
        }
    }

    /// <summary>Signing out always removes the cookie; an entry that could not be removed expires.</summary>
    public async Task RemoveAsync(string key)
    {
        try
        {
            await Ask(async cancellation =>
            {
                await dapr.DeleteStateAsync(Component, key, cancellationToken: cancellation);
                return true;
            });
        }
        catch (SessionStoreException)
        {
            // Logged where it happened.
        }
    }

    /// <summary>
    /// Claims the right to renew the tokens of a session. A refresh token may be used once: two copies of the gateway, or two
    /// tabs, using the same one would end the session. The winner gets the ticket; the others get nothing and look again.
    /// </summary>
    public Task<(bool Mine, AuthenticationTicket? Ticket)> ClaimRefreshAsync(string key, TimeSpan hold) => Ask(async cancellation =>
    {
        var (record, etag) = await dapr.GetStateAndETagAsync<SessionRecord?>(Component, key, cancellationToken: cancellation);
        var now = clock.GetUtcNow();
        if (record is null) return (false, (AuthenticationTicket?)null);
        if (record.RefreshingUntil > now) return (false, Unprotect(record));

        var claimed = await dapr.TrySaveStateAsync(
            Component, key, record with { RefreshingUntil = now + hold }, etag, metadata: Expiry(), cancellationToken: cancellation);
        return (claimed, Unprotect(record));
    });

    private static Dictionary<string, string> Expiry() => new(StringComparer.Ordinal)
    {
        ["ttlInSeconds"] = ((int)Idle.TotalSeconds).ToString(CultureInfo.InvariantCulture),
    };

    private string Protect(AuthenticationTicket ticket) => Convert.ToBase64String(_protector.Protect(TicketSerializer.Default.Serialize(ticket)));

    private AuthenticationTicket? Unprotect(SessionRecord? record)
    {
        if (record is null) return null;
        try
        {
            return TicketSerializer.Default.Deserialize(_protector.Unprotect(Convert.FromBase64String(record.Ticket)));
        }
        catch (CryptographicException)
        {
            // Written with keys this gateway no longer has: the person signs in again.
            return null;
        }
    }

    private async Task<T> Ask<T>(Func<CancellationToken, Task<T>> question)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        try
        {
            return await question(patience.Token);
        }
        catch (Exception exception) when (exception is DaprException or OperationCanceledException)
        {
            Log.SessionStoreUnavailable(logger, exception);
            throw new SessionStoreException(exception);
        }
    }
}
