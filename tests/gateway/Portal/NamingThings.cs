using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Referrals.V1;
using static Reseau.Referrals.V1.ListReferralsRequest.Types;
using static Reseau.Referrals.V1.Referral.Types;
using Action = Reseau.Referrals.V1.Referral.Types.Action;

namespace Reseau.Gateway.Tests.Portal;

public sealed class NamingThings
{
    [Fact]
    public void Every_value_a_person_may_see_has_a_French_name()
    {
        Assert.All(Values<State>(), state => Assert.NotEqual(state.ToString(), Label.Of(state)));
        Assert.All(Values<State>(), state => Assert.NotEmpty(Label.Meaning(state)));
        Assert.Equal(["Ouverte", "Validée", "Refusée", "Expirée"], Values<NationalStatus>().Select(Label.Of));
        Assert.All(Values<ChainState>(), state => Assert.NotEqual(state.ToString(), Label.Of(state)));
        Assert.All(Values<Outcome>(), outcome => Assert.NotEqual(outcome.ToString(), Label.Of(outcome)));
        Assert.All(Values<Autonomy>(), autonomy => Assert.NotEqual(autonomy.ToString(), Label.Of(autonomy)));
        Assert.All(Values<Action>(), action => Assert.NotEqual(action.ToString(), Label.Of(action)));
        Assert.All(Values<Consent.Types.Channel>(), channel => Assert.NotEqual(channel.ToString(), Label.Of(channel)));
        Assert.All(Values<Worklist>(), list => Assert.NotEqual(list.ToString(), Label.Of(list)));
    }

    [Fact]
    public void Every_action_has_a_form_a_confirmation_and_a_word_of_its_own()
    {
        // Time does two of them, and no form asks for them; a draft has a page of its own.
        Assert.Equal(Values<Action>().Except([Action.Expire, Action.Lapse, Action.Save, Action.Submit, Action.Discard]).Order(), ActionShape.All.Select(shape => shape.Action).Order());
        Assert.Equal(ActionShape.All.Count, ActionShape.All.Select(shape => shape.Word).Distinct(StringComparer.Ordinal).Count());
        Assert.All(ActionShape.All, shape => Assert.NotNull(Label.Done(shape.Word)));
    }

    [Fact]
    public void Every_worklist_is_on_one_of_the_two_pages() =>
        Assert.Equal(Values<Worklist>().Order(), Worklists.Received.Concat(Worklists.Sent).Select(list => list.List).Order());

    [Fact]
    public void The_reasons_of_a_refusal_are_the_fifteen_of_the_contract_each_with_a_name()
    {
        Assert.Equal(15, DeclineReasons.All.Distinct(StringComparer.Ordinal).Count());
        Assert.All(DeclineReasons.All, reason => Assert.NotEqual(reason, Label.Reason(reason)));
    }

    [Fact]
    public void The_vocabulary_of_the_directory_is_whole()
    {
        Assert.Equal(69, Label.ThemeTree.Sum(family => family.Themes.Count));
        Assert.Equal(14, Label.PublicCodes.Count);
        Assert.All(ReferralForm.Shareable, field => Assert.NotEqual(field, Label.Shared(field)));
    }

    [Fact]
    public void Every_value_of_the_directory_has_a_French_name()
    {
        AllNamed<Reseau.Partners.V1.Service.Types.State>("service-state");
        AllNamed<Reseau.Partners.V1.Capacity.Types.State>("capacity");
        AllNamed<Reseau.Partners.V1.Duplicate.Types.Evidence>("evidence");
        AllNamed<Reseau.Partners.V1.DirectoryFormat>("format");
        AllNamed<Reseau.Partners.V1.Import.Types.State>("import-state");
        Assert.All(Label.LanguageCodes, code => Assert.NotEqual(code, Label.Language(code)));
        Assert.All((string[])["type", "fees", "reception", "mobilisation", "mobilisable-by", "accessibility"], vocabulary => Assert.NotEmpty(Label.Choices(vocabulary)));
        Assert.Null(Label.Done("<script>"));
    }

    [Fact]
    public void Every_word_about_conventions_has_a_French_name()
    {
        OfConvention<Reseau.Conventions.V1.Convention.Types.State>("state", "meaning");
        OfConvention<Reseau.Conventions.V1.Convention.Types.SigningOrder>("order");
        OfConvention<Reseau.Conventions.V1.ConventionKind>("kind");
        OfConvention<Reseau.Conventions.V1.Template.Types.State>("template-state");
        OfConvention<Reseau.Conventions.V1.Variable.Types.Type>("type");
        OfConvention<Reseau.Conventions.V1.Body.Types.Kind>("body");
        OfConvention<Reseau.Conventions.V1.PartComparison.Types.Fate>("fate");
        OfConvention<Reseau.Conventions.V1.CheckDocumentResponse.Types.Validity>("validity");
        OfConvention<Reseau.Policies.V1.Policy.Types.Standing>("standing");
        OfConvention<Reseau.Policies.V1.Network.Types.Mode>("mode");
        Assert.All(ConventionActionShape.All, shape => Assert.NotNull(Label.Done("convention-" + shape.Word)));
        // Every method it names is one of the contract.
        Assert.All(ConventionActionShape.All, shape => Assert.NotNull(Reseau.Conventions.V1.ConventionsService.Descriptor.FindMethodByName(shape.Method)));
    }

    [Theory]
    [InlineData(40, false, "à 100 m")]
    [InlineData(640, false, "à 600 m")]
    [InlineData(1234, false, "à 1,2 km")]
    [InlineData(12_345, true, "à environ 12 km")]
    public void Distances_are_rounded_to_what_matters(int meters, bool approximate, string french) =>
        Assert.Equal(french, French.Distance(meters, approximate));

    private static void AllNamed<TEnum>(string vocabulary) where TEnum : struct, Enum =>
        Assert.All(Values<TEnum>(), value => Assert.NotEqual(value.ToString(), Label.OfService(vocabulary, value.ToString())));

    private static void OfConvention<TEnum>(params string[] vocabularies) where TEnum : struct, Enum =>
        Assert.All(vocabularies, vocabulary => Assert.All(Values<TEnum>(), value => Assert.NotEqual(value.ToString(), Label.OfConvention(vocabulary, value))));

    private static IEnumerable<TEnum> Values<TEnum>() where TEnum : struct, Enum => Enum.GetValues<TEnum>().Where(value => !value.Equals(default(TEnum)));
}
