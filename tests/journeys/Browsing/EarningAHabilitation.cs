using Microsoft.Playwright;
using Reseau.Journeys.Local;
using Reseau.Testing;

namespace Reseau.Journeys.Browsing;

/// <summary>From a need to the right to refer, and back: what is learnt counts where a convention asks for it, and only as long as it is held.</summary>
public sealed class EarningAHabilitation(RunningEdition running, Chromium chromium) : BrowserJourney(running, chromium)
{
    // No other test sends people from the CAF to the CCAS: the convention that stays behind is in nobody's way.
    private const string Service = "ccas-rennes-droits-le-blosne";
    private const string KarimsRecord = "/formations/equipe/demo-karim";
    private const int Tablet = 820;

    [Fact]
    public async Task Karim_is_trained_for_what_a_convention_asks_refers_by_it_and_reads_the_clause_once_it_is_withdrawn()
    {
        var mark = Mark.New();
        var (habilitation, code, title) = ($"Accueil {mark}", $"accueil-{mark}", $"Orientations {mark}");
        var (sofia, nadia, karim) = (await SignedInAsync("sofia.mission", scripts: false), await SignedInAsync("nadia.caf", scripts: false), await SignedInAsync("karim.caf", scripts: false));
        var paul = await SignedInAsync("paul.arcs", scripts: false, width: Tablet);
        await sofia.DefineHabilitationAsync(habilitation, code);
        var need = await nadia.MakeNeedKnownAsync($"Recevoir sans faire à la place {mark}");
        var plan = await nadia.PlanAsync($"Plan {mark}", habilitation);
        await nadia.SeesAsync("En cours");
        await nadia.AnswerNeedAsync(need, $"Plan {mark} : {PortalTrainings.Goal}");
        await paul.OfferCourseAsync($"Recevoir {mark}", habilitation);
        var session = await paul.OpenSessionAsync();
        await EnrolAsync(karim, nadia, session);

        await SignAsync(nadia, await SignedInAsync("yann.responsable", scripts: false), title, code);
        var clause = $"La convention « {title} » (article 2) demande une habilitation que vous n'avez pas ({code})";
        await ReferAsync(karim, clause);

        await AttendAsync(paul, session);
        await Eventually.GetAsync(async () =>
        {
            await nadia.GotoAsync(plan);
            return await nadia.GetByText("Atteint", new() { Exact = true }).CountAsync();
        }, count => count == 1);
        await nadia.GetByRole(AriaRole.Link, new() { Name = $"Recevoir sans faire à la place {mark}" }).ClickAsync();
        await nadia.ActAsync("satisfaire", "Le besoin est satisfait.");
        await StandsAsync(karim, habilitation, "Valable");
        await ReferAsync(karim, "L’orientation est envoyée");

        await nadia.GotoAsync(KarimsRecord);
        await nadia.ActAsync("retirer", "L’habilitation est retirée", async form =>
        {
            await form.Locator("#regle-retirer").SelectOptionAsync(new SelectOptionValue { Label = habilitation });
            await form.Locator("#raison-retirer").FillAsync("N’accueille plus de public.");
        });
        await StandsAsync(karim, habilitation, "Retirée");
        await ReferAsync(karim, clause);
    }

    // One enrols himself; the other is enrolled by who leads the team, which is she.
    private static async Task EnrolAsync(IPage karim, IPage nadia, string session)
    {
        await karim.GotoAsync(session);
        await karim.GetByRole(AriaRole.Button, new() { Name = "M’inscrire", Exact = true }).ClickAsync();
        await karim.SeesAsync("Votre place est réservée.");
        await nadia.GotoAsync(session);
        await nadia.Locator("#personne").SelectOptionAsync(new SelectOptionValue { Label = "Ferrand Nadia" });
        await nadia.GetByRole(AriaRole.Button, new() { Name = "Inscrire cette personne" }).ClickAsync();
        await nadia.SeesAsync("La place est réservée.");
    }

    private static async Task SignAsync(IPage nadia, IPage yann, string title, string code)
    {
        await nadia.BeginConventionAsync(title, "la CAF");
        await nadia.RequireAsync(code);
        var convention = new Uri(nadia.Url).AbsolutePath;
        await nadia.ActAsync("proposer", "La convention est envoyée aux parties");
        await nadia.SignAsync(convention);
        await yann.SignAsync(convention);
        await yann.SeesAsync("En vigueur");
    }

    // Nadia leaves at noon: half of a training gives nothing.
    private async Task AttendAsync(IPage paul, string session)
    {
        using (var organiser = await Party.SignInAsync(Running.Edition, "paul.arcs")) await organiser.BeginSessionAsync(PortalTrainings.NameOf(session));
        await paul.SayAsync(session, 1, ("Karim Benali", "Présence"), ("Nadia Ferrand", "Présence"));
        await paul.SayAsync(session, 2, ("Karim Benali", "Présence"), ("Nadia Ferrand", "Absence excusée"));
        await paul.GotoAsync(session);
        await paul.ActAsync("clore", "La session est terminée.");
        await Assertions.Expect(paul.GetByRole(AriaRole.Link, new() { Name = "Attestation (PDF) : Karim Benali" })).ToBeVisibleAsync();
        await Assertions.Expect(paul.GetByRole(AriaRole.Link, new() { Name = "Attestation (PDF) : Nadia Ferrand" })).ToHaveCountAsync(0);
    }

    private static async Task StandsAsync(IPage karim, string habilitation, string standing)
    {
        await karim.GotoAsync("/mon-profil-professionnel");
        await Assertions.Expect(karim.GetByRole(AriaRole.Row).Filter(new() { HasText = habilitation })).ToContainTextAsync(standing);
    }

    // What is signed and what is held reaches the referrals in a moment: until then a person may be sent, or refused, by what was true before.
    private static async Task ReferAsync(IPage karim, string answer)
    {
        await Eventually.GetAsync(async () =>
        {
            await karim.GotoAsync($"/orienter?service={Service}");
            await karim.DescribeAsync(new Beneficiary());
            await karim.SendButton().ClickAsync();
            await Assertions.Expect(karim.Locator(".notice.done, .notice.problem").First).ToBeVisibleAsync();
            return await karim.GetByRole(AriaRole.Main).InnerTextAsync();
        }, text => text.Contains(answer[..20], StringComparison.Ordinal));
        await karim.SeesAsync(answer);
    }
}
