using static Reseau.Partners.Tests.Search.Directory;

namespace Reseau.Partners.Tests.Search;

public sealed class SearchingServices
{
    [Fact]
    public void Without_criteria_everything_comes_in_the_order_of_ids() =>
        Assert.Equal(["a", "b", "c"], new Directory().With(Service("c"), Service("a"), Service("b")).Ids(new()));

    [Fact]
    public void One_of_the_themes_is_enough_and_more_of_them_count_more()
    {
        var directory = new Directory().With(
            Service("one") with { Themes = [Procedures] },
            Service("two") with { Themes = [Rights, Procedures] },
            Service("none") with { Themes = [Equipment] });

        Assert.Equal(["two", "one"], directory.Ids(new() { Themes = [Procedures, Rights] }));
    }

    [Fact]
    public void A_family_gathers_its_themes()
    {
        var directory = new Directory().With(
            Service("basics") with { Themes = [DigitalBasics] }, Service("equipment") with { Themes = [Equipment] }, Service("rights") with { Themes = [Rights] });

        Assert.Equal(["basics", "equipment"], directory.Ids(new() { ThemeFamily = "numerique" }));
        Assert.Equal(["equipment"], directory.Ids(new() { ThemeFamily = "numerique", Themes = [Equipment] }));
    }

    [Theory]
    [InlineData("numerique--inconnu", null)]
    [InlineData(null, "inconnue")]
    public void An_unknown_theme_or_family_finds_nothing(string? theme, string? family) =>
        Assert.Empty(new Directory().With(Service("a") with { Themes = [Equipment] }).Ids(new() { Themes = theme is null ? [] : [theme], ThemeFamily = family }));

    [Fact]
    public void A_public_asked_for_comes_before_everyone_before_unstated_and_others_are_left_out()
    {
        var directory = new Directory().With(
            Service("a-unstated"), Service("b-everyone") with { Publics = ["tous-publics"] }, Service("c-youth") with { Publics = ["jeunes"] }, Service("d-elders") with { Publics = ["seniors"] });

        Assert.Equal(["c-youth", "b-everyone", "a-unstated"], directory.Ids(new() { Publics = ["jeunes", "familles"] }));
    }

    [Fact]
    public void Remote_services_can_be_asked_for_or_left_out()
    {
        var directory = new Directory().With(
            Service("both") with { ReceptionModes = ["a-distance", "en-presentiel"] },
            Service("phone") with { ReceptionModes = ["a-distance"] },
            Service("site") with { ReceptionModes = ["en-presentiel"] },
            Service("unstated"));

        Assert.Equal(["both", "phone"], directory.Ids(new() { RemoteOnly = true }));
        Assert.Equal(["both", "site", "unstated"], directory.Ids(new() { OnSiteOnly = true }));
    }

    [Fact]
    public void Services_that_only_inform_can_be_left_out()
    {
        var directory = new Directory().With(Service("informs"), Service("takes") with { AcceptsReferrals = true });

        Assert.Equal(["takes"], directory.Ids(new() { AcceptsReferralsOnly = true }));
        Assert.Equal(["informs", "takes"], directory.Ids(new()));
    }

    [Fact]
    public void A_word_in_the_name_counts_more_than_in_a_label_than_in_the_description()
    {
        var directory = new Directory().With(
            Service("a-description") with { Description = "On y parle de logement." },
            Service("b-label") with { Themes = ["logement-hebergement--louer-un-logement"] },
            Service("c-name") with { Name = "Logement des jeunes" });

        Assert.Equal(["c-name", "b-label", "a-description"], directory.Ids(new() { Text = "logements" }));
    }

    [Fact]
    public void All_the_words_are_needed_while_some_service_has_them_all()
    {
        var directory = new Directory().With(Service("both") with { Name = "Aide au budget" }, Service("one") with { Name = "Aide au permis" });

        var result = directory.Search(new() { Text = "aide budget" });

        Assert.Equal(["both"], result.Hits.Select(hit => hit.ServiceId));
        Assert.False(result.Widened);
    }

    [Fact]
    public void When_no_service_has_all_the_words_those_that_have_some_come_and_the_result_says_so()
    {
        var directory = new Directory().With(Service("one") with { Name = "Aide au permis" }, Service("none"));

        var result = directory.Search(new() { Text = "aide plongée" });

        Assert.Equal(["one"], result.Hits.Select(hit => hit.ServiceId));
        Assert.True(result.Widened);
    }

    [Fact]
    public void A_synonym_finds_after_the_word_itself()
    {
        var directory = new Directory().With(
            Service("a-synonym") with { Name = "Démarches administratives" }, Service("b-word") with { Name = "Déclaration des impôts" }, Service("c-none"));

        Assert.Equal(["b-word", "a-synonym"], directory.Ids(new() { Text = "impots" }));
    }

    [Fact]
    public void Words_that_choose_nothing_do_not_filter() =>
        Assert.Equal(["a"], new Directory().With(Service("a")).Ids(new() { Text = "pour les" }));

    [Fact]
    public void Pages_follow_each_other_and_the_total_counts_them_all()
    {
        var directory = new Directory().With([.. Enumerable.Range(0, 25).Select(i => Service($"s{i:00}"))]);

        var pages = Enumerable.Range(0, 4).SelectMany(page => directory.Ids(new() { Offset = page * 7, Limit = 7 }));

        Assert.Equal(Enumerable.Range(0, 25).Select(i => $"s{i:00}"), pages);
        Assert.Equal(25, directory.Search(new() { Offset = 24, Limit = 7 }).Total);
        Assert.Empty(directory.Ids(new() { Offset = 100 }));
        Assert.Equal(25, directory.Search(new() { Limit = 0 }).Total);
    }

    [Fact]
    public void A_page_that_cannot_exist_is_a_bug_of_the_caller() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Directory().Search(new() { Offset = -1 }));

    [Theory]
    [InlineData("'; DROP TABLE services; --", false)]
    [InlineData("((((((", true)]
    [InlineData("\0\u202e\ud83d\ude00", true)]
    [InlineData("\ud83d", true)]
    [InlineData("a b c d e f g h i j k l m n o p q r s t u v w x y z 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30", false)]
    public void Any_text_is_only_words_and_none_is_no_criterion(string text, bool found) =>
        Assert.Equal(found, new Directory().With(Service("z")).Search(new() { Text = text }).Total == 1);
}
