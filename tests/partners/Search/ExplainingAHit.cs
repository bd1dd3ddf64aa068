using Reseau.Partners.Search;
using static Reseau.Partners.Tests.Search.Directory;

namespace Reseau.Partners.Tests.Search;

public sealed class ExplainingAHit
{
    private static readonly SearchQuery Everything = new()
    {
        Text = "aide impôts",
        Themes = [Procedures],
        ThemeFamily = "difficultes-administratives-ou-juridiques",
        Publics = ["seniors"],
        CommuneInsee = Rennes,
    };

    [Fact]
    public void Each_criterion_met_is_a_reason_with_its_detail()
    {
        var hit = Assert.Single(Complete().Search(Everything).Hits);

        Assert.Equal(
            [
                (ReasonKind.Theme, Procedures), (ReasonKind.ThemeFamily, "difficultes-administratives-ou-juridiques"), (ReasonKind.Public, "seniors"), (ReasonKind.Distance, "0"),
                (ReasonKind.EligibilityZone, "243500139"), (ReasonKind.Text, "aide impots"), (ReasonKind.Remote, ""), (ReasonKind.UsualDelay, "1.5"),
            ],
            hit.Reasons.Select(reason => (reason.Kind, reason.Detail)).OrderBy(reason => reason.Kind));
    }

    [Fact]
    public void The_score_is_the_sum_of_the_weights() =>
        Assert.All(Complete().Search(Everything).Hits, hit => Assert.Equal(hit.Score, hit.Reasons.Sum(reason => reason.Weight), 6));

    [Fact]
    public void Reasons_come_with_the_weightiest_first()
    {
        var weights = Assert.Single(Complete().Search(Everything).Hits).Reasons.Select(reason => reason.Weight).ToList();

        Assert.Equal(weights.OrderDescending(), weights);
    }

    [Fact]
    public void Without_criteria_there_is_no_reason_and_no_score()
    {
        var hit = Assert.Single(new Directory().With(Service("a")).Search(new()).Hits);

        Assert.Empty(hit.Reasons);
        Assert.Equal(0, hit.Score);
    }

    [Fact]
    public void Only_the_words_found_are_named()
    {
        var hit = Assert.Single(new Directory().With(Service("a") with { Name = "Aide au budget" }).Search(new() { Text = "Aide, loup" }).Hits);

        Assert.Equal("aide", Assert.Single(hit.Reasons).Detail);
    }

    [Fact]
    public void A_service_for_everyone_says_so()
    {
        var directory = new Directory().With(Service("a") with { Publics = ["tous-publics", "familles"] }, Service("b"));

        var reasons = directory.Search(new() { Publics = ["seniors"] }).Hits.Select(hit => Assert.Single(hit.Reasons));

        Assert.Equal([(ReasonKind.AnyPublic, "tous-publics"), (ReasonKind.AnyPublic, "")], reasons.Select(reason => (reason.Kind, reason.Detail)));
    }

    [Fact]
    public void A_partner_that_answers_sooner_comes_first_other_things_equal()
    {
        var directory = new Directory().With(Service("a"), Service("b"), Service("c"));
        directory.Index.SetUsualDelays(new Dictionary<string, TimeSpan>(StringComparer.Ordinal) { ["b"] = TimeSpan.FromDays(9), ["c"] = TimeSpan.FromHours(2) });

        Assert.Equal(["c", "b", "a"], directory.Ids(new()));
    }

    [Fact]
    public void Equal_scores_are_ordered_by_distance_then_id()
    {
        // Remote-only services have no distance, and come after those that have one when nothing else differs.
        var directory = new Directory().With(Service("b", LeMans), Service("a", LeMans));

        Assert.Equal(["a", "b"], directory.Ids(new() { CommuneInsee = Rennes }));
    }

    private static Directory Complete()
    {
        var directory = new Directory().With(Service("a") with
        {
            Name = "Aide aux impôts",
            Themes = [Procedures],
            Publics = ["seniors"],
            EligibilityZones = ["243500139"],
            ReceptionModes = ["a-distance", "en-presentiel"],
        });
        directory.Index.SetUsualDelays(new Dictionary<string, TimeSpan>(StringComparer.Ordinal) { ["a"] = TimeSpan.FromDays(1.5) });
        return directory;
    }
}
