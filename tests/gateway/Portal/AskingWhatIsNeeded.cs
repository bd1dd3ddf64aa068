using System.Net;
using Reseau.Gateway.Tests.Hosts;
using Reseau.Training.V1;
using Kind = Reseau.Training.V1.Question.Types.Kind;
using State = Reseau.Training.V1.Campaign.Types.State;

namespace Reseau.Gateway.Tests.Portal;

/// <summary>Campaigns: written in rows, opened, closed, and read as drawings, tables, words and a file.</summary>
public sealed class AskingWhatIsNeeded(GatewayHost host) : IClassFixture<GatewayHost>
{
    private const string Campaigns = "/formations/campagnes";
    private const string Editing = "name=\"etape\"";

    private CampaignsStandIn Service => host.Campaigns;

    [Fact]
    public async Task A_questionnaire_is_written_in_rows_each_question_for_its_functions_in_the_order_of_their_ranks()
    {
        Words();
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync(Campaigns + "/nouvelle");
        Assert.Contains("Pour votre institution.", page.Text, StringComparison.Ordinal);

        var written = await browser.SendAsync(page, Editing,
            ("etape", "enregistrer"), ("titre", "Vos besoins"), ("du", "4 janvier 2027"), ("au", "31/01/2027"), ("fonctions", "ReceptionAgent"), ("fonctions", "Librarian"), ("anonyme", "oui"),
            ("question-0-texte", "Quel format ?"), ("question-0-genre", "OneOf"), ("question-0-choix", "Sur place\r\n\r\nÀ distance"), ("question-0-rang", "2"), ("question-0-obligatoire", "oui"),
            ("question-1-texte", "Où en êtes-vous ?"), ("question-1-genre", "Level"), ("question-1-competence", "skills/demarches"), ("question-1-fonctions", "Librarian"), ("question-1-rang", "1"));

        Assert.Contains("Le questionnaire est commencé.", written.Text, StringComparison.Ordinal);
        var campaign = Service.Find("campaigns/" + written.Address.AbsolutePath.Split('/')[^1]);
        Assert.Equal((true, false, 4, 31), (campaign.Anonymous, campaign.Network, campaign.StartDate.Day, campaign.EndDate.Day));
        Assert.Equal([Function.ReceptionAgent, Function.Librarian], campaign.Functions);
        var (first, second) = (campaign.Questions[0], campaign.Questions[1]);
        Assert.Equal(("ou-en-etes-vous", Kind.Level, "skills/demarches", false), (first.Key, first.Kind, first.Skill, first.Required));
        Assert.Equal([Function.Librarian], first.Functions);
        Assert.Equal(("quel-format", Kind.OneOf, true), (second.Key, second.Kind, second.Required));
        Assert.Equal(["Sur place", "À distance"], second.Options);

        // A title that changes does not make another question of it.
        var again = await browser.OpenAsync(written.Address.AbsolutePath + "/modifier");
        Assert.Contains("<input type=\"hidden\" name=\"question-1-cle\" value=\"quel-format\"", again.Html, StringComparison.Ordinal);
        Assert.Contains("Sur place\nÀ distance</textarea>", again.Text.Replace("\r", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_question_and_more_rows_keep_what_was_typed()
    {
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync(Campaigns + "/nouvelle");

        var wrong = await browser.SendAsync(page, Editing, ("etape", "enregistrer"), ("du", "bientôt"), ("question-1-texte", "Quel format ?"), ("question-1-genre", "OneOf"), ("question-1-choix", "Sur place"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("<a href=\"#titre\">Titre : Donnez un titre.</a>", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#du\">Premier jour : Cette date n’est pas comprise.", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#question-1-choix\">Choix : Deux choix au moins.</a>", wrong.Text, StringComparison.Ordinal);

        Assert.DoesNotContain("id=\"question-2-texte\"", page.Html, StringComparison.Ordinal);
        var longer = await browser.SendAsync(page, Editing, ("etape", "lignes"), ("question-0-texte", "Quel format ?"));
        Assert.Contains("id=\"question-6-texte\"", longer.Html, StringComparison.Ordinal);
        Assert.Contains(">Quel format ?</textarea>", longer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_charge_de_mission_asks_the_network_and_nobody_else_changes_it()
    {
        using var sofia = await host.SignedInAsync("sofia.mission");
        var written = await sofia.SendAsync(await sofia.OpenAsync(Campaigns + "/nouvelle"), Editing, ("etape", "enregistrer"), ("titre", "Tout le réseau"), ("du", "2027-01-04"), ("au", "2027-01-31"));
        var campaign = Service.Find("campaigns/" + written.Address.AbsolutePath.Split('/')[^1]);
        Assert.True(campaign.Network);

        using var yann = await host.SignedInAsync("yann.responsable");
        Assert.DoesNotContain("Que voulez-vous faire", (await yann.OpenAsync(AddressOf(campaign))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await yann.OpenAsync(AddressOf(campaign) + "/modifier")).Status);
    }

    [Fact]
    public async Task It_is_opened_and_then_only_its_last_day_changes_until_it_is_closed()
    {
        var campaign = Service.Given(State.Draft);
        using var browser = await host.SignedInAsync("yann.responsable");

        var opened = await browser.SendAsync(await browser.OpenAsync(AddressOf(campaign)), "value=\"ouvrir\"");
        Assert.Contains("La campagne est ouverte", opened.Text, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"{AddressOf(campaign)}/repondre\">", opened.Html, StringComparison.Ordinal);
        var form = await browser.OpenAsync(AddressOf(campaign) + "/modifier");
        Assert.DoesNotContain("question-0-texte", form.Html, StringComparison.Ordinal);
        await browser.SendAsync(form, Editing, ("etape", "enregistrer"), ("au", "2027-02-15"));
        var sent = Service.Updates.Last().Campaign;
        Assert.Equal((2, 15, 4, "Vos besoins de 2027"), (sent.EndDate.Month, sent.EndDate.Day, sent.Questions.Count, sent.Title));

        var closed = await browser.SendAsync(await browser.OpenAsync(AddressOf(campaign)), "value=\"clore\"");
        Assert.Contains("La campagne est close.", closed.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync(AddressOf(campaign) + "/modifier")).Status);
    }

    [Fact]
    public async Task A_draft_is_thrown_away_once_that_was_confirmed()
    {
        var (draft, open) = (Service.Given(State.Draft, campaign => campaign.Title = "À jeter"), Service.Given(State.Open));
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync(AddressOf(draft));

        var asked = await browser.SendAsync(page, "value=\"supprimer\"");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("<a href=\"#confirmation\">Confirmation : ", asked.Text, StringComparison.Ordinal);
        Assert.Equal(State.Draft, draft.State);

        var gone = await browser.SendAsync(asked, "value=\"supprimer\"", ("confirmation", "oui"));
        Assert.Equal(Campaigns, gone.Address.AbsolutePath);
        Assert.Contains("Le questionnaire est supprimé.", gone.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("À jeter", gone.Text, StringComparison.Ordinal);
        var left = await browser.OpenAsync(AddressOf(draft));
        Assert.Contains("Ce questionnaire a été supprimé avant d’être ouvert.", left.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Que voulez-vous faire", left.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync(AddressOf(draft) + "/modifier")).Status);
        Assert.DoesNotContain("value=\"supprimer\"", (await browser.OpenAsync(AddressOf(open))).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_questions_it_is_not_opened_and_a_change_of_others_is_noticed()
    {
        var empty = Service.Given(State.Draft, campaign => campaign.Questions.Clear());
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync(AddressOf(empty));

        Assert.Contains("Écrivez d’abord une question.", (await browser.SendAsync(page, "value=\"ouvrir\"")).Text, StringComparison.Ordinal);
        empty.Etag = "2";
        var stale = await browser.SendAsync(page, "value=\"ouvrir\"");
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("Cette campagne a changé pendant que vous la lisiez.", stale.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_are_drawn_told_and_taken_away_and_a_question_becomes_a_need()
    {
        Words();
        var campaign = Closed();
        using var browser = await host.SignedInAsync("yann.responsable");

        var page = await browser.OpenAsync(AddressOf(campaign) + "?par=fonction");

        Assert.Equal(FigureRows.Function, Service.LastResults.Rows);
        Assert.Contains("<rect class=\"bar-completed\" x=\"250\" y=\"40\" width=\"360\"", page.Html, StringComparison.Ordinal);
        Assert.Matches("<th scope=\"row\">Agent d’accueil</th><td class=\"number\">12</td>\\s*<td class=\"number\">moins de 5</td>\\s*<td class=\"number\">6</td>", page.Text);
        Assert.Contains("<th scope=\"row\">Non connu, ou trop peu nombreux</th>", page.Text, StringComparison.Ordinal);
        Assert.Matches("<strong>Ensemble</strong></th><td class=\"number\"><strong>14</strong></td>", page.Text);
        Assert.Contains("ne sont donnés à personne", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Plus de pratique", page.Text, StringComparison.Ordinal);

        var words = await browser.OpenAsync(AddressOf(campaign) + "?mots=autre");
        Assert.Contains("<li class=\"text\">Plus de pratique &lt;svp&gt;</li>", words.Html, StringComparison.Ordinal);

        var file = await browser.OpenAsync(AddressOf(campaign) + "/resultats.csv?par=fonction");
        Assert.Contains("\"Question\";\"Fonction\";\"Personnes qui ont répondu\";\"Réponse\";\"Nombre\"\r\n\"Où en êtes-vous ?\";\"Agent d’accueil\";\"12\";\"Non\";\"moins de 5\"\r\n", file.Text, StringComparison.Ordinal);
        Assert.Contains("\"Autre chose ?\";\"Ensemble\";\"6\";\"\";\"\"", file.Text, StringComparison.Ordinal);

        var form = await browser.OpenAsync($"/formations/besoins/nouveau?origine={Uri.EscapeDataString($"campagne|{campaign.Name}|niveau")}");
        Assert.Matches("<option value=\"skills/demarches\" selected", form.Html);
        Assert.Contains("Les réponses à la campagne « Vos besoins de 2027 »", form.Text, StringComparison.Ordinal);
        Assert.Contains($"/formations/besoins/nouveau?origine={Uri.EscapeDataString($"campagne|{campaign.Name}|niveau")}", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_are_for_who_asked()
    {
        var campaign = Closed();
        (campaign.Network, campaign.Institution) = (true, "institutions/rennes-metropole");
        using var yann = await host.SignedInAsync("yann.responsable");

        var page = await yann.OpenAsync(AddressOf(campaign) + "?mots=autre");

        Assert.DoesNotContain("Plus de pratique", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lire ce qui a été écrit", page.Text, StringComparison.Ordinal);
        using var sofia = await host.SignedInAsync("sofia.mission");
        var hers = await sofia.OpenAsync(AddressOf(campaign) + "?mots=autre");
        Assert.Contains("Plus de pratique", hers.Text, StringComparison.Ordinal);
        // She makes a need of the network of what the network was asked, and none of what an institution was.
        Assert.Contains("En faire un besoin", hers.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("En faire un besoin", (await sofia.OpenAsync(AddressOf(Closed()))).Text, StringComparison.Ordinal);
    }

    private Campaign Closed()
    {
        Service.Texts = ["Plus de pratique <svp>"];
        Service.Results = new()
        {
            Answers = 14,
            Questions =
            {
                new QuestionResults
                {
                    Question = "niveau",
                    Rows = { new ResultRow { Key = "RECEPTION_AGENT", Answers = 12, Counts = { -1, 6, 0, 0 } }, new ResultRow { Key = "", Answers = -1, Counts = { -1, -1, -1, -1 } } },
                    Total = new ResultRow { Answers = 14, Counts = { 5, 9, 0, 0 } },
                },
                new QuestionResults { Question = "autre", Total = new ResultRow { Answers = 6 } },
            },
        };
        return Service.Given(State.Closed, campaign => (campaign.Anonymous, campaign.Answers) = (true, 14));
    }

    private void Words()
    {
        if (host.Professionals.FindSkill("skills/demarches") is null) host.Professionals.Given(new Skill { Name = "skills/demarches", Label = "Accompagner une démarche en ligne", Family = "Démarches" });
    }

    private static string AddressOf(Campaign campaign) => $"{Campaigns}/{campaign.Name["campaigns/".Length..]}";
}
