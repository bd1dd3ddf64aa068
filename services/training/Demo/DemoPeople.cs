using Reseau.Hosting.Log;
using Reseau.Kernel.Calendar;
using Reseau.Training.Domain.Habilitations;
using Reseau.Training.Domain.Professionals;
using Reseau.Training.Views;

namespace Reseau.Training.Demo;

/// <summary>A professional of the demo network.</summary>
/// <param name="Id">Last part of its name.</param>
/// <param name="Institution">Institution id.</param>
/// <param name="Details">Who it is: the accounts of the demo realm find their record by e-mail.</param>
/// <param name="Facts">What is said of them.</param>
/// <param name="Events">What they can do.</param>
internal sealed record DemoPerson(string Id, string Institution, PersonDetails Details, ProfessionalFacts Facts, IReadOnlyList<ProfessionalEvent> Events);

/// <summary>The professionals that a first start shows: those who have an account in the demo realm, and some of their colleagues. All are invented.</summary>
internal static class DemoPeople
{
    // A habilitation of the network's own, with an end: none of those known by the whole country has one here.
    private static readonly HabilitationRule Local = new(
        $"{HabilitationRule.Collection}/accueil-numerique", "Accueil numérique du réseau (exemple)", "Recevoir, dans un espace social commun, une personne en difficulté avec le numérique.",
        ByTraining: true, ByEvidence: true, DurationMonths: 24, RenewalWindowDays: 90, "Réseau de démonstration");

    /// <summary>Records them.</summary>
    public static async Task<StreamVersion> RecordAsync(LogUnit<TrainingDb> unit, CancellationToken cancellation)
    {
        var last = await unit.AppendAsync(Local.Name, 0, [new HabilitationRuleDefined(Local)], cancellation);
        foreach (var person in All(FrenchDay.Of(unit.Command.Now)))
        {
            var name = $"professionals/{person.Id}";
            People.Add(unit.Db, name, person.Details, subject: null);
            last = await unit.AppendAsync(name, 0, [new ProfessionalRecorded(person.Institution, person.Facts), .. person.Events], cancellation);
        }
        return last;
    }

    private static IEnumerable<DemoPerson> All(DateOnly today)
    {
        yield return Of("demo-claire", "ccas-rennes", "Morvan", "Claire", "claire.accueil@example.org", Function.ReceptionAgent, "ccas-rennes-siege",
            Shown("accueil-posture", SkillLevel.Autonomous, today.AddDays(-200)), Shown("donnees-bases", SkillLevel.Aware, today.AddDays(-40)), Given("rgpd-bases", today.AddDays(-40)), Lasting(today.AddDays(60)));
        yield return Of("demo-yann", "ccas-rennes", "Le Goff", "Yann", "yann.responsable@example.org", Function.HeadOfUnit, "ccas-rennes-siege",
            Shown("reseau-conventions", SkillLevel.Teaches, today.AddDays(-300)));
        yield return Of("demo-anne", "ccas-rennes", "Tanguy", "Anne", "anne.tanguy@example.org", Function.SocialWorker, "ccas-rennes-siege",
            Shown("droits-reperer", SkillLevel.Teaches, today.AddDays(-400)), Shown("demarches-en-ligne", SkillLevel.Autonomous, today.AddDays(-90)), Given("aidants-connect", today.AddDays(-90)));
        yield return Of("demo-hugo", "ccas-rennes", "Le Bihan", "Hugo", "hugo.lebihan@example.org", Function.CaseOfficer, "ccas-rennes-siege",
            Shown("droits-prestations", SkillLevel.Autonomous, today.AddDays(-150)), Lasting(today.AddDays(-20)));
        yield return Of("demo-karim", "caf-35", "Benali", "Karim", "karim.caf@example.org", Function.DigitalAdviser, "caf-35-rennes",
            Shown("mediation-individuelle", SkillLevel.Teaches, today.AddDays(-250)), Shown("demarches-mandat", SkillLevel.Autonomous, today.AddDays(-120)),
            Given("aidants-connect", today.AddDays(-120)), Given("pix", today.AddDays(-130)), Given("remn-ccp1", today.AddDays(-500)));
        yield return Of("demo-nadia", "caf-35", "Ferrand", "Nadia", "nadia.caf@example.org", Function.HeadOfUnit, "caf-35-rennes", Shown("droits-prestations", SkillLevel.Teaches, today.AddDays(-600)));
        yield return Of("demo-marc", "departement-35", "Delaunay", "Marc", "marc.cdas@example.org", Function.SocialWorker, "cdas-kleber",
            Shown("droits-reperer", SkillLevel.Autonomous, today.AddDays(-100)), Shown("accueil-illettrisme", SkillLevel.Aware, today.AddDays(-60)), Given("duplex", today.AddDays(-60)));
        yield return Of("demo-lea", "mission-locale-rennes", "Guérin", "Léa", "lea.ml@example.org", Function.InclusionAdviser, "mission-locale-rennes-siege",
            Shown("reseau-orienter", SkillLevel.Autonomous, today.AddDays(-30)), Given("pix", today.AddDays(-30)));
        yield return Of("demo-paul", "arcs-rennes", "Rozé", "Paul", "paul.arcs@example.org", Function.DigitalAdviser, site: "",
            Shown("mediation-atelier", SkillLevel.Teaches, today.AddDays(-700)), Given("duplex", today.AddDays(-700)), Given("remn-ccp1", today.AddDays(-900)), Given("remn-ccp2", today.AddDays(-400)));
        yield return Of("demo-ines", "ville-rennes", "Caradec", "Inès", "ines.mairie@example.org", Function.ReceptionAgent, "esc-le-blosne", Shown("accueil-posture", SkillLevel.Aware, today.AddDays(-20)));
    }

    private static DemoPerson Of(string id, string institution, string lastName, string firstName, string email, Function function, string site, params ProfessionalEvent[] events) =>
        new(id, institution, new(lastName, firstName, email), new(function, site.Length == 0 ? [] : [$"structures/{site}"], Arrival: null, Departure: null, Permanences: ""), events);

    private static SkillEvidenced Shown(string skill, SkillLevel level, DateOnly day) => new($"skills/{skill}", level, "Entretien professionnel", day);

    private static HabilitationGiven Lasting(DateOnly until) => new(Local.Name, until.AddDays(1).AddMonths(-Local.DurationMonths), until, "Attestation présentée");

    // None of the rules every network begins with has an end.
    private static HabilitationGiven Given(string rule, DateOnly day) => new($"{HabilitationRule.Collection}/{rule}", day, Until: null, "Attestation présentée");
}
