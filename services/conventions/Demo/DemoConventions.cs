using Reseau.Conventions.Domain;
using Reseau.Kernel.Calendar;

namespace Reseau.Conventions.Demo;

/// <summary>A convention of the demo network.</summary>
/// <param name="Name"><c>conventions/{convention}</c>.</param>
/// <param name="Author">Institution id that began it.</param>
/// <param name="Content">What it says.</param>
/// <param name="Signers">Who has signed: institution, subject, name.</param>
internal sealed record DemoConvention(string Name, string Author, ConventionContent Content, IReadOnlyList<(string Institution, string Subject, string Name)> Signers);

/// <summary>
/// The conventions that a first start shows: one in force and one that waits for a signature. Neither has terms of referrals, so that the demo
/// network stays as open as it is without them.
/// </summary>
internal static class DemoConventions
{
    private static readonly Party Ccas = new("ccas-rennes", "CCAS de Rennes", "le CCAS", "Yann Le Goff", "directeur", "délibération 2026-41 du 3 février 2026");
    private static readonly Party Caf = new("caf-35", "CAF d'Ille-et-Vilaine", "la CAF", "Nadia Ferrand", "directrice", "délégation de signature du 12 janvier 2026");
    private static readonly Party Departement = new("departement-35", "Département d'Ille-et-Vilaine", "le Département", "Marc Delaunay", "chef de service", "arrêté de délégation du 6 mars 2026");

    public static IEnumerable<DemoConvention> All(DateTimeOffset now)
    {
        var today = FrenchDay.Of(now);
        yield return new("conventions/demo-engagement", "ccas-rennes", Content("templates/engagement-structure-relais", "Convention d'engagement : permanences numériques à la CAF", [Ccas, Caf], today,
            ("porteur", "institutions/ccas-rennes"), ("relais", "institutions/caf-35"), ("territoire", "Rennes"), ("mode_inscription", "sur place et par téléphone"),
            ("delai_transmission", "2"), ("referent_relais", "Karim Benali"), ("preavis_calendrier", "15")),
            [("ccas-rennes", "demo-yann", "Yann Le Goff"), ("caf-35", "demo-nadia", "Nadia Ferrand")]);
        yield return new("conventions/demo-partenariat", "departement-35", Content("templates/partenariat-cofinancement", "Partenariat : deux postes de conseillers numériques", [Departement, Ccas], today,
            ("porteur", "institutions/departement-35"), ("partenaire", "institutions/ccas-rennes"), ("territoire", "le centre de Rennes"), ("postes", "2"),
            ("debut", $"{today.Year + 1}-01-01"), ("cout_poste", "50000"), ("reunions", "2")) with
            {
                Financing = new(
                    [new(today.Year + 1, "Conseiller numérique", 2, 5_000_000)],
                    [new("etat", today.Year + 1, "État", "", 5_000_000, 5000), new("departement", today.Year + 1, "Département", "departement-35", 3_000_000, 3000), new("ccas", today.Year + 1, "CCAS", "ccas-rennes", 2_000_000, 2000)]),
            },
            [("departement-35", "demo-marc", "Marc Delaunay")]);
    }

    private static ConventionContent Content(string template, string title, Party[] parties, DateOnly today, params (string Key, string Value)[] values)
    {
        var model = DemoTemplate.Load().Single(known => known.Name == template);
        var start = new DateOnly(today.Year, today.Month, 1);
        var said = new ConventionContent
        {
            Title = title, Kind = model.Content.Kind, Template = template, Parties = [.. parties], StartDate = start, EndDate = start.AddYears(2).AddDays(-1), NoticeDays = 90,
            Values = [.. values.Select(value => new VariableValue(value.Key, value.Value))],
        };
        return TemplateDecider.Begin(new() { Name = template, State = TemplateState.Published, Texts = [new(1, model.Content, Published: true)] }, said).Content!;
    }
}
