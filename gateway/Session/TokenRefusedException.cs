namespace Reseau.Gateway.Session;

/// <summary>The identity provider ended the session: the refresh token is no longer accepted.</summary>
public sealed class TokenRefusedException(string error) : Exception("The identity provider refused the refresh token.")
{
    /// <summary>OAuth error code, such as <c>invalid_grant</c>.</summary>
    public string Error { get; } = error;
}
