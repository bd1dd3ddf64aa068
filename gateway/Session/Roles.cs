namespace Reseau.Gateway.Session;

/// <summary>Realm roles that change what the portal offers. What a role may do is decided by the services.</summary>
public static class Roles
{
    public const string Receptionist = "agent-accueil";
    public const string Handler = "referent";
    public const string Coordinator = "charge-de-mission";

    /// <summary>Policy of the pages about referrals: agents of an institution who refer or answer.</summary>
    public const string ReferralPages = "referrals";
}
