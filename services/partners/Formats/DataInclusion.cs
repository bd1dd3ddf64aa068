namespace Reseau.Partners.Formats;

/// <summary>The names of data.inclusion's schema v1, in its order, and how the rules of content call them.</summary>
internal static class DataInclusion
{
    /// <summary>Source of what was written here; ids of ours travel as <c>reseau--id</c>.</summary>
    public const string OwnSource = "reseau";

    public const string Structures = "structures";
    public const string Services = "services";

    private const string OwnPrefix = $"{OwnSource}--";

    private static readonly (string Field, string Name)[] Shared =
    [
        ("id", "id"), ("name", "nom"), ("description", "description"), ("source", "source"), ("source_link", "lien_source"), ("phone", "telephone"),
        ("email", "courriel"), ("opening_hours", "horaires_accueil"), ("address_line", "adresse"), ("address_complement", "complement_adresse"),
        ("postal_code", "code_postal"), ("commune_name", "commune"), ("commune_insee", "code_insee"), ("point", "latitude"), ("point", "longitude"),
    ];

    public static FieldNames StructureNames { get; } = new(["id", "name", "source"],
    [
        .. Shared, ("siret", "siret"), ("website", "site_web"), ("accessibility_url", "accessibilite_lieu"), ("networks", "reseaux_porteurs"),
    ]);

    public static FieldNames ServiceNames { get; } = new(["id", "name", "source", "structure_id", "description"],
    [
        .. Shared, .. ServiceFields.Names,
    ]);

    /// <summary>The id here of a record there.</summary>
    public static string Inward(string id) => id.StartsWith(OwnPrefix, StringComparison.Ordinal) && id.Length > OwnPrefix.Length ? id[OwnPrefix.Length..] : id;

    /// <summary>The id there of a record of ours.</summary>
    public static string Outward(string id, bool isOurs) => isOurs ? OwnPrefix + id : id;
}
