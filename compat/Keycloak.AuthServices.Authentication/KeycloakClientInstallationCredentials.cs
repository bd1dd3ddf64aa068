namespace Keycloak.AuthServices.Common;

/// <summary>Credentials of a confidential client.</summary>
public class KeycloakClientInstallationCredentials
{
    /// <summary>Client secret.</summary>
    public string Secret { get; set; } = string.Empty;
}
