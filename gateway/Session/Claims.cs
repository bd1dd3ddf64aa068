namespace Reseau.Gateway.Session;

/// <summary>The claims the gateway reads in tokens and keeps in sessions.</summary>
public static class Claims
{
    public const string Subject = "sub";
    public const string Name = "name";
    public const string UserName = "preferred_username";
    public const string Institution = "institution";
    public const string Role = "role";

    /// <summary>When the person last typed their password, in seconds since 1970.</summary>
    public const string AuthenticatedAt = "auth_time";

    /// <summary>Keycloak's realm roles: one claim that holds JSON.</summary>
    public const string RealmAccess = "realm_access";
}
