using Reseau.Identity.Realm;
using Reseau.Identity.Sessions;

namespace Reseau.Identity.Tokens;

/// <summary>What tokens are made from: who, for which client, with which scopes, in which session.</summary>
/// <param name="Client">The client that receives the tokens.</param>
/// <param name="Account">The person, or the client's service account.</param>
/// <param name="Scope">Scopes asked and given, space separated.</param>
/// <param name="Session">The sign-in; null when a client acts for itself.</param>
/// <param name="Nonce">What the client sent to recognise its ID token.</param>
public sealed record Grant(ClientDocument Client, Account Account, string Scope, Session? Session, string? Nonce)
{
    /// <summary>Whether an ID token is due.</summary>
    public bool IsOpenId => Scopes.Contains(Scope, "openid");
}
