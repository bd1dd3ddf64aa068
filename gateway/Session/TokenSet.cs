namespace Reseau.Gateway.Session;

/// <summary>What the token endpoint gives.</summary>
public sealed record TokenSet(string AccessToken, string RefreshToken, DateTimeOffset ExpiresAt);
