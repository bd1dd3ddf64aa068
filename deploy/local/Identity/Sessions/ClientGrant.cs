namespace Reseau.Identity.Sessions;

/// <summary>What a client obtained with one authorization code.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="Id">Name of the grant: two sign-ins of the same browser are two grants, and refresh apart.</param>
/// <param name="RefreshTokenId">The only refresh token that may still be used.</param>
public sealed record ClientGrant(string ClientId, string Id, string RefreshTokenId)
{
    /// <summary>Names a refresh token of this grant that nobody has seen yet.</summary>
    public ClientGrant Renewed() => this with { RefreshTokenId = $"{Id}.{Guid.NewGuid():N}" };

    /// <summary>A new grant with its first refresh token.</summary>
    public static ClientGrant New(string clientId) => new ClientGrant(clientId, Guid.NewGuid().ToString("N"), "").Renewed();

    /// <summary>Whether a refresh token was, at any time, one of this grant's.</summary>
    public bool Issued(string refreshTokenId) => refreshTokenId.StartsWith(Id + ".", StringComparison.Ordinal);
}
