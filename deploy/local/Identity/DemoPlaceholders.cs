namespace Reseau.Identity;

/// <summary>
/// Values of the realm's placeholders for a demonstration on one machine. They are published in the documentation on purpose:
/// a real Keycloak takes its own from the environment.
/// </summary>
public static class DemoPlaceholders
{
    /// <summary>The password of every demo account.</summary>
    public const string Password = "reseau-demo";

    private static readonly string[] Clients =
    [
        "reseau-portail", "reseau-partners", "reseau-referrals", "reseau-conventions", "reseau-training", "reseau-gateway",
        "si-ccas-rennes", "si-caf-35", "si-mission-locale-rennes", "si-departement-35",
    ];

    /// <summary>The secret of a demo client, for instance <c>demo-si-caf-35</c>.</summary>
    public static string SecretOf(string clientId) => "demo-" + clientId;

    /// <summary>All placeholders of the realm file, for an installation seen at <paramref name="publicUrl"/>.</summary>
    public static IReadOnlyDictionary<string, string> For(string publicUrl)
    {
        var values = Clients.ToDictionary(PlaceholderOf, SecretOf, StringComparer.Ordinal);
        values["RESEAU_PUBLIC_URL"] = publicUrl.TrimEnd('/');
        values["RESEAU_DEMO_PASSWORD"] = Password;
        return values;
    }

    // reseau-portail: RESEAU_PORTAIL_SECRET; si-caf-35: RESEAU_SI_CAF_35_SECRET.
    private static string PlaceholderOf(string clientId)
    {
        var name = clientId.ToUpperInvariant().Replace('-', '_');
        return $"{(name.StartsWith("RESEAU_", StringComparison.Ordinal) ? name : "RESEAU_" + name)}_SECRET";
    }
}
