using System.Net;
using Reseau.Gateway.Tests.Hosts;
using Reseau.Training.V1;
using State = Reseau.Training.V1.Campaign.Types.State;

namespace Reseau.Gateway.Tests.Portal;

/// <summary>Answering a campaign: what becomes of the answer is said first, and nothing is chosen in anybody's place.</summary>
public sealed class AnsweringACampaign(GatewayHost host) : IClassFixture<GatewayHost>
{
    private const string Sending = "class=\"long\"";

    private CampaignsStandIn Service => host.Campaigns;

    [Fact]
    public async Task Open_campaigns_stand_among_ones_own_trainings_and_are_answered_and_corrected()
    {
        var campaign = Given();
        using var browser = await host.SignedInAsync("claire.accueil");
        var own = await browser.OpenAsync("/mes-formations");
        Assert.Contains($"<a href=\"{AddressOf(campaign)}\">Vos besoins de 2027</a>", own.Text, StringComparison.Ordinal);
        Assert.Contains("Votre réponse est attendue", own.Text, StringComparison.Ordinal);
        var page = await browser.OpenAsync(AddressOf(campaign));
        Assert.Contains("Vous seul la relisez", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("checked", page.Html, StringComparison.Ordinal);

        var done = await browser.SendAsync(page, Sending, ("reponse-niveau", "2"), ("reponse-sujets", "0"), ("reponse-sujets", "2"), ("reponse-autre", " Plus de pratique "));

        Assert.Contains("Merci : votre réponse est enregistrée.", done.Text, StringComparison.Ordinal);
        var sent = Service.Answers.Last(answer => answer.Name == campaign.Name);
        Assert.Equal(["niveau", "sujets", "autre"], sent.Answers.Select(answer => answer.Question));
        Assert.Equal(("2", "0 2", "Plus de pratique"), (Chosen(sent, 0), Chosen(sent, 1), sent.Answers[2].Text));
        var again = await browser.OpenAsync(AddressOf(campaign));
        Assert.Contains("Voici votre réponse : envoyez-la de nouveau pour la corriger.", again.Text, StringComparison.Ordinal);
        Assert.Matches("name=\"reponse-niveau\" value=\"2\" checked", again.Html);
        await browser.SendAsync(again, Sending, ("reponse-niveau", "3"), ("reponse-sujets", "aucun"));
        var corrected = Service.Answers.Last(answer => answer.Name == campaign.Name);
        Assert.Equal(("3", "", 2), (Chosen(corrected, 0), Chosen(corrected, 1), corrected.Answers.Count));
        Assert.NotEqual(sent.RequestId, corrected.RequestId);
    }

    [Fact]
    public async Task Anonymous_is_explained_in_plain_words_and_given_once()
    {
        var campaign = Given(anonymous: true);
        using var browser = await host.SignedInAsync("claire.accueil");

        var page = await browser.OpenAsync(AddressOf(campaign));
        Assert.Contains("Elle est anonyme.", page.Text, StringComparison.Ordinal);
        Assert.Contains("sans le jour ni l’heure", page.Text, StringComparison.Ordinal);
        Assert.Contains("Vous ne pourrez donc ni la relire ni la corriger", page.Text, StringComparison.Ordinal);
        await browser.SendAsync(page, Sending, ("reponse-niveau", "0"));

        var after = await browser.OpenAsync(AddressOf(campaign));
        Assert.Contains("Une réponse anonyme ne se corrige pas.", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("reponse-niveau", after.Html, StringComparison.Ordinal);
        var twice = await browser.SendAsync(page, Sending, ("reponse-niveau", "3"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.Status);
        Assert.Contains("Vous avez déjà répondu.", twice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_or_cannot_be_is_said_at_its_question_all_at_once()
    {
        var campaign = Given();
        using var browser = await host.SignedInAsync("claire.accueil");

        var page = await browser.SendAsync(await browser.OpenAsync(AddressOf(campaign)), Sending,
            ("reponse-sujets", "1"), ("reponse-sujets", "aucun"), ("reponse-autre", "Son numéro : 2 85 05 78 006 084 41"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("<a href=\"#reponse-niveau\">Où en êtes-vous ? : Ce champ est obligatoire.</a>", page.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#reponse-sujets\">Quels sujets ? : Vous avez coché « Aucun de ces choix »", page.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#reponse-autre\">Autre chose ? : N’écrivez pas de numéro.</a>", page.Text, StringComparison.Ordinal);
        // To learn all that is wrong, without doing anything.
        Assert.Equal("", Service.Answers.Last(answer => answer.Name == campaign.Name).RequestId);
    }

    [Fact]
    public async Task Who_has_no_record_learns_where_to_open_one_and_who_is_not_asked_finds_nothing()
    {
        using var browser = await host.SignedInAsync("karim.caf");

        var without = await browser.OpenAsync("/formations/campagnes/inconnue/repondre");
        Assert.Contains("Vous n’avez pas encore de fiche de professionnel.", without.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/mon-profil-professionnel\"", without.Html, StringComparison.Ordinal);

        host.Professionals.Given(new Professional { Name = "professionals/karim", FirstName = "Karim", LastName = "Benali" }, ProfessionalsStandIn.Own);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync("/formations/campagnes/inconnue/repondre")).Status);
    }

    private Campaign Given(bool anonymous = false)
    {
        var campaign = Service.Given(State.Open, campaign => campaign.Anonymous = anonymous);
        Service.GivenMine(campaign);
        return campaign;
    }

    private static string Chosen(AnswerCampaignRequest sent, int place) => string.Join(' ', sent.Answers[place].Choices);

    private static string AddressOf(Campaign campaign) => $"/formations/campagnes/{campaign.Name["campaigns/".Length..]}/repondre";
}
