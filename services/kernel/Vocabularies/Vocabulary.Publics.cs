namespace Reseau.Kernel.Vocabularies;

public static partial class Vocabulary
{
    /// <summary>Matches whatever public is asked for.</summary>
    public const string Everyone = "tous-publics";

    /// <summary><c>publics</c>: whom a service is for.</summary>
    public static TermSet<Term> Publics { get; } = Terms(
        (Everyone, "Tous publics"),
        ("actifs", "Actifs"),
        ("beneficiaires-des-minimas-sociaux", "Bénéficiaires des minima sociaux"),
        ("demandeurs-emploi", "Demandeurs d’emploi"),
        ("etudiants", "Étudiants"),
        ("familles", "Familles"),
        ("femmes", "Femmes"),
        ("jeunes", "Jeunes"),
        ("personnes-en-situation-de-handicap", "Personnes en situation de handicap"),
        ("personnes-en-situation-durgence", "Personnes en situation d’urgence"),
        ("personnes-en-situation-juridique-specifique", "Personnes en situation juridique spécifique"),
        ("personnes-exilees", "Personnes exilées"),
        ("residents-qpv-frr", "Habitants d’un quartier prioritaire (QPV) ou d’une zone rurale (FRR)"),
        ("seniors", "Séniors"));
}
