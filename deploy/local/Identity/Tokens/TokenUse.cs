namespace Reseau.Identity.Tokens;

/// <summary>The document a claim goes into.</summary>
public enum TokenUse
{
    /// <summary>The access token, read by APIs.</summary>
    Access = 1,

    /// <summary>The ID token, read by the client.</summary>
    Id = 2,

    /// <summary>The answer of the userinfo endpoint.</summary>
    UserInfo = 3,
}
