using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Training.V1;

namespace Reseau.Gateway.Tests.Portal;

/// <summary>The words that stand for needs, what revealed them, and campaigns.</summary>
public sealed class NamingNeeds
{
    private const string Theme = "numerique--acceder-a-des-services-en-ligne";
    private static readonly Dictionary<string, string> NoTitles = [];

    [Fact]
    public void Every_value_a_person_may_see_has_a_French_name()
    {
        Named<Need.Types.State>("need", "need-meaning");
        Named<Need.Types.Urgency>("urgency");
        Named<SignalKind>("signal");
        Named<Campaign.Types.State>("campaign", "campaign-meaning");
        Named<Question.Types.Kind>("kind");
        Assert.All((string[])[NeedDeed.Plan, NeedDeed.Meet, NeedDeed.SetAside], word => Assert.NotNull(Label.Done("besoin-" + word)));
    }

    [Fact]
    public void What_revealed_a_need_goes_through_an_address_and_comes_back_the_same()
    {
        NeedOrigin[] origins =
        [
            new() { Manager = new() },
            new() { Campaign = new() { Campaign = "campaigns/2027", Question = "niveau" } },
            new() { Referrals = new() { Theme = Theme, Kind = SignalKind.OutOfScope, From = Day(3), Until = Day(5) } },
            new() { Referrals = new() { Theme = Theme } },
            new() { Searches = new() { Theme = Theme, Commune = "35238", Searches = 12 } },
        ];

        Assert.All(origins, origin => Assert.Equal(origin, NeedOriginText.Read(NeedOriginText.Of(origin))));
        Assert.All((string[])["", "campagne", "orientations|x", "autre|a|b"], text => Assert.Null(NeedOriginText.Read(text)));
    }

    [Fact]
    public void What_revealed_a_need_is_said_in_a_sentence()
    {
        var theme = Label.Theme(Theme);
        Assert.Equal("La parole d’un responsable", NeedWords.Of(new NeedOrigin(), NoTitles));
        Assert.Equal("Les réponses à la campagne d’une institution", NeedWords.Of(new NeedOrigin { Campaign = new() { Campaign = "campaigns/x" } }, NoTitles));
        Assert.Equal($"Des orientations revenues (9) : {theme} ; réorientées vers un autre service (de mars 2026 à mai 2026)",
            NeedWords.Of(new NeedOrigin { Referrals = new() { Theme = Theme, Kind = SignalKind.Redirected, From = Day(3), Until = Day(5), Referrals = 9 } }, NoTitles));
        Assert.Equal($"Des orientations revenues (moins de 5) : {theme}", NeedWords.Of(new NeedOrigin { Referrals = new() { Theme = Theme, Referrals = -1 } }, NoTitles));
        Assert.Equal($"12 recherches sans réponse dans l’annuaire : {theme}", NeedWords.Of(new NeedOrigin { Searches = new() { Theme = Theme, Searches = 12 } }, NoTitles));
        Assert.Equal($"Moins de 5 recherches sans réponse dans l’annuaire : {theme} (commune 35238)", NeedWords.Of(new NeedOrigin { Searches = new() { Theme = Theme, Commune = "35238" } }, NoTitles));
        Assert.Equal($"1 recherche sans réponse dans l’annuaire : {theme} (Rennes)",
            NeedWords.Of(new NeedOrigin { Searches = new() { Theme = Theme, Commune = "35238", Searches = 1 } }, new Dictionary<string, string>(StringComparer.Ordinal) { ["35238"] = "Rennes" }));
    }

    [Fact]
    public void Who_said_a_need_that_nothing_else_revealed_is_whoever_keeps_it()
    {
        Assert.Equal(["La parole d’un responsable"], NeedWords.RevealedBy(new Need(), NoTitles));
        Assert.Equal(["La parole de qui s’occupe du réseau"], NeedWords.RevealedBy(new Need { Network = true }, NoTitles));
        Assert.Equal(["1 recherche sans réponse dans l’annuaire : Numérique"], NeedWords.RevealedBy(new Need { Network = true, RevealedBy = { new NeedOrigin { Searches = new() { Theme = "numerique", Searches = 1 } } } }, NoTitles));
    }

    [Theory]
    [InlineData(-1, "Moins de 5 personnes")]
    [InlineData(0, "Nombre de personnes non dit")]
    [InlineData(1, "1 personne environ")]
    [InlineData(40, "40 personnes environ")]
    public void An_estimate_is_said_as_one(int persons, string french) => Assert.Equal(french, NeedWords.Persons(persons));

    [Fact]
    public void A_level_has_four_choices_in_their_order_and_a_text_has_none()
    {
        Assert.Equal(["Non", "Sensibilisé", "Autonome", "Peut transmettre"], CampaignWords.Choices(new() { Kind = Question.Types.Kind.Level }));
        Assert.Empty(CampaignWords.Choices(new() { Kind = Question.Types.Kind.Text }));
        Assert.Equal([("0", "A"), ("aucun", "Aucun de ces choix")], AnswerForm.Choices(new() { Kind = Question.Types.Kind.SeveralOf, Options = { "A" } }));
    }

    private static Google.Type.Date Day(int month) => new() { Year = 2026, Month = month, Day = 1 };

    private static void Named<TEnum>(params string[] vocabularies) where TEnum : struct, Enum =>
        Assert.All(vocabularies, vocabulary => Assert.All(Enum.GetValues<TEnum>().Where(value => !value.Equals(default(TEnum))), value => Assert.NotEqual(value.ToString(), Label.OfNeed(vocabulary, value))));
}
