using Microsoft.AspNetCore.Http;
using Reseau.Identity.Realm;
using Reseau.Identity.Sessions;
using Reseau.Identity.Tokens;

namespace Reseau.Identity.Endpoints;

/// <summary>Gives codes, and sends the browser back to the client with them.</summary>
internal sealed class AuthorizationCodes(IdentityRealm realm, RealmUrls urls, TimeProvider clock)
{
    private readonly ExpiringStore<AuthorizationCode> _codes = new(clock, TimeSpan.FromSeconds(realm.Settings.AccessCodeLifespan), capacity: 10_000);

    /// <summary>The code of that value, used or not, until it expires.</summary>
    public AuthorizationCode? Find(string? code) => _codes.Find(code);

    /// <summary>Sends the browser back with a new code.</summary>
    public void Answer(HttpContext context, AuthorizationRequest request, Session session) => Wire.Redirect(
        context, request.RedirectUri, ("state", request.State), ("session_state", session.Id), ("iss", urls.Issuer),
        ("code", _codes.Add(new(request, session.Id))));

    /// <summary>Sends the browser back with an error.</summary>
    public void Refuse(HttpContext context, string redirectUri, string? state, string error, string description) => Wire.Redirect(
        context, redirectUri, ("error", error), ("error_description", description), ("state", state), ("iss", urls.Issuer));
}
