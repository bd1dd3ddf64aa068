using System.Collections.Frozen;

namespace Reseau.Partners.Formats;

/// <summary>
/// Every value of the national map's vocabularies, and what it is in data.inclusion v1. Our own: the map's library still speaks v0. The
/// reverse of each table serves places that were typed here.
/// </summary>
internal static class CartoCrosswalk
{
    public const string FreeUnderCondition = "Gratuit sous condition";
    public const string NoPublic = "Ce lieu n'accueille pas de public";
    public const string Prescription = "Envoyer un mail avec une fiche de prescription";
    public const string OnlineAppointment = "Prendre un RDV en ligne";
    public const string OnOnesOwn = "En autonomie";
    public const string OneToOne = "Accompagnement individuel";
    public const string Workshop = "Dans un atelier collectif";
    public const string Remotely = "À distance";
    public const string ForeignLanguages = "Langues étrangères (autres)";
    public const string English = "Langues étrangères (anglais)";

    private const string Online = "numerique--acceder-a-des-services-en-ligne";
    private const string Basics = "numerique--maitriser-les-fondamentaux-du-numerique";
    private const string Connection = "numerique--acceder-a-une-connexion-internet";
    private const string Equipment = "numerique--acquerir-un-equipement";
    private const string Procedures = "difficultes-administratives-ou-juridiques--accompagnement-aux-demarches-administratives";
    private const string JobSearch = "preparer-sa-candidature--organiser-ses-demarches-de-recherche-demploi";
    private const string Parenting = "famille--soutien-a-la-parentalite-et-a-leducation";
    private const string Leisure = "remobilisation--activites-sportives-et-culturelles";

    public static IReadOnlyList<CartoOffer> Offers { get; } =
    [
        new("demarches", "Aide aux démarches administratives en ligne", "accompagnement",
            ("Aide aux démarches administratives", [Online, Procedures])),
        new("competences", "Apprendre à utiliser le numérique", null,
            ("Maîtrise des outils numériques du quotidien", [Basics]),
            ("Insertion professionnelle via le numérique", [Basics, JobSearch]),
            ("Utilisation sécurisée du numérique", [Basics]),
            ("Parentalité et éducation avec le numérique", [Basics, Parenting]),
            ("Loisirs et créations numériques", [Basics, Leisure]),
            ("Compréhension du monde numérique", [Basics])),
        new("connexion", "Accès à internet et à un ordinateur", "aide-materielle",
            ("Accès internet et matériel informatique", [Connection])),
        new("equipement", "Matériel informatique à prix solidaire", "aide-materielle",
            ("Acquisition de matériel informatique à prix solidaire", [Equipment])),
    ];

    public static IReadOnlyList<CartoTerm> Publics { get; } =
    [
        new("Jeunes", "jeunes"), new("Étudiants", "etudiants"), new("Familles et/ou enfants", "familles"), new("Seniors", "seniors"), new("Femmes", "femmes"),
    ];

    /// <summary>Whom a place is fitted to receive; languages are <see cref="Languages"/>.</summary>
    public static IReadOnlyList<CartoTerm> Accessibility { get; } =
    [
        new("Surdité", "surdite"), new("Handicaps moteurs", "handicaps-moteurs"), new("Handicaps mentaux", "handicaps-mentaux"),
        new("Illettrisme", "illettrisme"), new("Déficience visuelle", "deficience-visuelle"), new(English, null), new(ForeignLanguages, null),
    ];

    /// <summary>Which ones is not said of the other languages: a sentence carries them.</summary>
    public static IReadOnlyList<CartoTerm> Languages { get; } = [new(English, "en"), new(ForeignLanguages, null)];

    /// <summary>Free under a condition is not free for whoever asks: a search for what is free must not show it.</summary>
    public static IReadOnlyList<CartoTerm> Fees { get; } = [new("Gratuit", "gratuit"), new(FreeUnderCondition, "payant"), new("Payant", "payant")];

    public static IReadOnlyList<CartoTerm> Access { get; } =
    [
        new("Se présenter", "se-presenter"), new("Téléphoner", "telephoner"), new("Contacter par mail", "envoyer-un-courriel"),
        new(Prescription, "envoyer-un-courriel"), new(OnlineAppointment, "utiliser-lien-mobilisation"), new(NoPublic, null),
    ];

    public static IReadOnlyList<CartoTerm> Accompaniment { get; } =
    [
        new(OnOnesOwn, Vocabulary.OnSite), new(OneToOne, Vocabulary.OnSite), new(Workshop, Vocabulary.OnSite), new(Remotely, Vocabulary.Remote),
    ];

    public static IReadOnlyList<CartoTerm> Programmes { get; } =
    [
        new("Aidants Connect", "aidants-connect"), new("Bibliothèques numérique de référence", null), new("Certification PIX", null),
        new("Conseillers numériques", "conseillers-numeriques"), new("Emmaüs Connect", "emmaus"), new("France Services", "france-service"),
        new("Grande école du numérique", "grandes-ecoles-du-numerique"), new("La Croix Rouge", "croix-rouge"),
        new("Point d'accès numérique CAF", "caf"), new("Promeneurs du net", null), new("Relais numérique (Emmaüs Connect)", "emmaus"),
    ];

    public static IReadOnlyList<CartoTerm> Labels { get; } =
    [
        new("Formé à « Mon Espace Santé »", null), new("Formé à « DUPLEX » (illettrisme)", null), new("Arnia/MedNum BFC (Bourgogne-Franche-Comté)", null),
        new("Collectif ressources et acteurs réemploi (Normandie)", null), new("Étapes numériques (La Poste)", "la-poste"),
        new("Fabriques de Territoire", "fabrique-de-territoire"), new("Les Éclaireurs du numérique (Drôme)", null),
        new("Mes Papiers (Métropole de Lyon)", null), new("ORDI 3.0", null), new("SUD LABS (PACA)", null),
    ];

    /// <summary>Where the place is; nothing here follows from it.</summary>
    public static IReadOnlyList<CartoTerm> Roaming { get; } = [new("Itinérant", null), new("Fixe", null)];

    /// <summary>DORA's own typologies, which the map does not know.</summary>
    public static FrozenSet<string> NotTypologies { get; } = new[] { "ETABL_PRI", "ETABL_PUB", "ETAT", "MDA" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The codes of labels, each once, in the order of the labels.</summary>
    public static CodeList Codes(IReadOnlyList<CartoTerm> terms, IEnumerable<string> labels) =>
        [.. labels.Select(label => terms.FirstOrDefault(term => term.Label == label)?.Code).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>The first label of each code that has one.</summary>
    public static IReadOnlyList<string> LabelsOf(IReadOnlyList<CartoTerm> terms, IEnumerable<string> codes) =>
        [.. codes.Select(code => terms.FirstOrDefault(term => term.Code == code)?.Label).OfType<string>().Distinct(StringComparer.Ordinal)];
}
