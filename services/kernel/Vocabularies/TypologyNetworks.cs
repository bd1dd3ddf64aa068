using System.Collections.Frozen;

namespace Reseau.Kernel.Vocabularies;

/// <summary>
/// The national repository dropped typologies for networks, the national map and DORA keep typologies: this is the passage between them,
/// in one place. Every typology is decided, to a network or to none; a test holds it to that.
/// </summary>
public static class TypologyNetworks
{
    private static readonly FrozenDictionary<string, string?> Decided = new (string Typology, string? Network)[]
    {
        ("ACI", "aci"), ("ACIPHC", "aci"), ("AFPA", "afpa"), ("AI", "ai"), ("ASE", "ase"), ("ASSO", null), ("ASSO_CHOMEUR", null),
        ("AVIP", "creches-avip"), ("Autre", null), ("BIB", null), ("CAARUD", "caarud"), ("CADA", "cada"), ("CAF", "caf"),
        ("CAP_EMPLOI", "cap-emploi-reseau-cheops"), ("CAVA", "cava"), ("CC", "communes"), ("CCAS", "ccas-cias"), ("CCONS", "chambres-consulaires"),
        ("CD", "departements"), ("CDAS", "departements"), ("CFP", null), ("CHRS", "chrs"), ("CHU", "chu"), ("CIAS", "ccas-cias"),
        ("CIDFF", "cidff"), ("CITMET", null), ("CMP", "cmp"), ("CMS", "cms"), ("CPAM", "cpam"), ("CPH", "cph"), ("CS", "fcsf"),
        ("CSAPA", "csapa"), ("CSC", "fcsf"), ("DEETS", null), ("DEPT", "departements"), ("DIPLP", null), ("E2C", "ecoles-de-la-deuxieme-chance"),
        ("EA", "ea"), ("EATT", "eatt"), ("EI", "ei"), ("EITI", "eiti"), ("ENM", "espaces-publics-numeriques"), ("EPCI", "communes"),
        ("EPI", "espaces-publics-numeriques"), ("EPIDE", "epide"), ("EPN", "espaces-publics-numeriques"), ("ES", null), ("ESAT", "esat"),
        ("ESS", null), ("ETABL_PRI", null), ("ETABL_PUB", null), ("ETAT", null), ("ETTI", "etti"), ("EVS", null), ("FABLAB", null),
        ("FABRIQUE", "fabrique-de-territoire"), ("FAIS", "federation-des-acteurs-de-la-solidarite"), ("FT", "france-travail"), ("GEIQ", "geiq"),
        ("HUDA", "huda"), ("LA_POSTE", "la-poste"), ("MDA", "maison-departementale-de-lautonomie"), ("MDE", "maisons-de-l-emploi"),
        ("MDEF", "maisons-de-l-emploi"), ("MDH", null), ("MDPH", "mdph"), ("MDS", "maisons-des-solidarites"), ("MJC", "mjc"), ("ML", "mission-locale"),
        ("MQ", null), ("MSA", "mutualite-sociale-agricole"), ("MSAP", "msap"), ("MUNI", "communes"), ("OACAS", null),
        ("ODC", "delegataire-conseil-departemental"), ("OF", null), ("OIL", null), ("OPCS", null), ("PAD", "points-justice"), ("PENSION", null),
        ("PI", null), ("PIJ_BIJ", "reseau-information-jeunesse"), ("PIMMS", "pimms-mediation"), ("PJJ", "pjj"), ("PLIE", "plie"), ("PREF", null),
        ("PREVENTION", null), ("REG", "regions"), ("RELAIS_LECTURE", null), ("RESSOURCERIE", "ressourceries"), ("RFS", "france-service"),
        ("RS_FJT", "residences-fjt"), ("SCP", null), ("SPIP", "spip"), ("TIERS_LIEUX", null), ("UDAF", "unaf"),
    }.ToFrozenDictionary(pair => pair.Typology, pair => pair.Network, StringComparer.Ordinal);

    // Where several share a network, the one named here says it best.
    private static readonly FrozenDictionary<string, string> Back = Decided
        .Where(pair => pair.Value is not null)
        .GroupBy(pair => pair.Value!, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Key switch
        {
            "aci" => "ACI",
            "communes" => "MUNI",
            "ccas-cias" => "CCAS",
            "departements" => "DEPT",
            "espaces-publics-numeriques" => "EPN",
            "fcsf" => "CS",
            "maisons-de-l-emploi" => "MDE",
            _ => group.First().Key,
        }, StringComparer.Ordinal);

    /// <summary>Typologies that were thought about.</summary>
    public static IEnumerable<string> DecidedTypologies => Decided.Keys;

    /// <summary>The network behind a typology; null where there is none.</summary>
    public static string? NetworkOf(string typology) => Decided.GetValueOrDefault(typology);

    /// <summary>The typology that says a network best; null where none does.</summary>
    public static string? TypologyOf(string network) => Back.GetValueOrDefault(network);
}
