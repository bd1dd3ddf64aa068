using Reseau.Conventions.Documents;

namespace Reseau.Conventions.Tests.Documents;

/// <summary>A convention that has something of everything a document says.</summary>
internal static class Example
{
    public static ConventionText Hosting { get; } = new()
    {
        Name = "conventions/7f4c2f0e-3f0b-4c57-9a52-6f8b9a3f1c11",
        Version = 3,
        Title = "Accueil d’une permanence numérique à Douarnenez",
        KindLabel = "Convention d’accueil",
        Follows = "Elle remplace la version signée le 1er février 2025.",
        Parties =
        [
            new("institutions/commune", "Commune de Douarnenez", "la commune", "Mme Anne Le Goff", "maire", "délibération 2026-41 du 3 février 2026"),
            new("institutions/relais", "Association Le Relais", "la structure relais", "", "présidente", "statuts, article 9"),
        ],
        Clauses =
        [
            new("objet", "Objet", "La commune **accueille** une *permanence* chaque semaine.\n\nElle met à disposition :\n\n- une salle ;\n- une connexion :\n  1. filaire,\n  2. sans fil ;\n- un référent.\n"),
            new("horaires", "Horaires", "### Semaine\n\n| Jour | Heures | Places |\n|---|---|---:|\n| lundi | 9 h – 12 h | 12 |\n| jeudi | 14 h – 17 h | 8 |\n\nVoir [le calendrier](https://exemple.fr/calendrier).\n"),
        ],
        StartDate = new(2026, 3, 1),
        EndDate = new(2028, 2, 29),
        NoticeDays = 90,
        Commitments =
        [
            new("la commune", "Ouvrir la salle une demi-heure avant", new(2026, 3, 1), true, "M. Yann Kerbrat", 1),
            new("la structure relais", "Prendre les inscriptions", null, false, "", 0),
        ],
        Steps = [new("Réunion", new(2026, 1, 15)), new("Diagnostic", null)],
        Financing = new(
            [new(2026, "conseiller numérique", 2, 2_500_000), new(2027, "conseiller numérique", 1, 1_234_567)],
            [new(2026, "État", 3_500_000, 7_000), new(2026, "Commune", 1_500_000, 3_000), new(2027, "Commune", 1_234_567, 0)]),
        ReferralTerms = [new("la commune", "la structure relais", ["Thèmes : numérique.", "Réponse sous 5 jours ouvrés.", "20 orientations par mois au plus."])],
        InOrder = true,
        SignBefore = new(2026, 2, 28),
    };
}
