namespace Reseau.Identity.Sessions;

/// <summary>What a client asked of the authorization endpoint, once checked.</summary>
public sealed record AuthorizationRequest(
    string ClientId, string RedirectUri, string Scope, string? State, string? Nonce, string? CodeChallenge);
