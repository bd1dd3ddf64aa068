namespace Reseau.Identity.Sessions;

/// <summary>A sign-in page shown and not yet answered.</summary>
/// <param name="Request">What happens after the sign-in.</param>
/// <param name="BrowserHash">Hash of the cookie of the browser that was shown the page: another one cannot answer it.</param>
/// <param name="SessionId">The session whose person must type the password again; null for a first sign-in.</param>
/// <param name="LoginHint">User name proposed by the client.</param>
public sealed record PendingSignIn(AuthorizationRequest Request, string BrowserHash, string? SessionId, string? LoginHint);
