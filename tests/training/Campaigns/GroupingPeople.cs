using Reseau.Kernel;
using Reseau.Training.Domain.Campaigns;

namespace Reseau.Training.Tests.Campaigns;

/// <summary>What an anonymous answer may carry: groups that at least five people share.</summary>
public sealed class GroupingPeople
{
    private const string Ccas = "ccas-rennes";
    private const string Caf = "caf-35";
    private const string Ville = "ville-rennes";

    [Fact]
    public void A_group_of_five_is_kept_and_smaller_ones_are_put_together()
    {
        var sizes = Sizes((Ccas, "A", 12), (Ccas, "B", 3), (Ccas, "C", 2), (Ccas, "D", 5));

        Assert.Equal(["A", "", "", "D"], ((string[])["A", "B", "C", "D"]).Select(function => Kept(sizes, Ccas, function)));
    }

    [Fact]
    public void One_small_group_takes_the_next_along_or_it_would_be_who_is_left()
    {
        var sizes = Sizes((Ccas, "A", 12), (Ccas, "B", 1), (Ccas, "D", 6));

        Assert.Equal(["A", "", ""], ((string[])["A", "B", "D"]).Select(function => Kept(sizes, Ccas, function)));
    }

    [Fact]
    public void An_institution_of_few_is_not_kept_nor_the_next_smallest_that_hides_it()
    {
        var sizes = Sizes((Ccas, "A", 12), (Caf, "A", 30), (Ville, "A", 2));

        Assert.Equal([new(GroupKind.Function, "", ""), new(GroupKind.Function, Caf, "A"), new(GroupKind.Function, "", "")],
            ((string[])[Ccas, Caf, Ville]).Select(institution => sizes.Keep(new(GroupKind.Function, institution, "A"))));
    }

    [Fact]
    public void Who_is_in_no_known_group_is_in_none() =>
        Assert.Equal((new GroupKey(GroupKind.Function, "", ""), new GroupKey(GroupKind.Site, Ccas, "")),
            (Sizes((Ccas, "A", 12)).Keep(new(GroupKind.Function, "autre", "A")), Sizes((Ccas, "A", 12)).Keep(new(GroupKind.Site, Ccas, "structures/autre"))));

    [Fact]
    public void Whatever_the_numbers_no_group_that_is_kept_has_fewer_than_five_unless_all_are_together()
    {
        var chance = new Random(35);
        for (var round = 0; round < 500; round++)
        {
            var groups = Enumerable.Range(0, chance.Next(1, 6)).SelectMany(institution => Enumerable.Range(0, chance.Next(1, 6))
                .Select(function => (Institution: $"i{institution}", Function: $"f{function}", Persons: chance.Next(1, chance.Next(2, 14))))).ToArray();
            var sizes = Sizes(groups);

            var kept = groups.GroupBy(group => sizes.Keep(new(GroupKind.Function, group.Institution, group.Function))).ToDictionary(group => group.Key, group => group.Sum(one => one.Persons));

            if (kept.Count > 1) Assert.All(kept, group => Assert.False(Suppression.IsSmall(group.Value), $"Round {round}: {group}"));
            // Whose institution is not kept is not alone in that: its people would be the whole less all others.
            var hidden = groups.Where(group => sizes.Keep(new(GroupKind.Function, group.Institution, group.Function)).Institution.Length == 0).Select(group => group.Institution).Distinct().Count();
            if (hidden > 0) Assert.True(hidden > 1 || groups.Select(group => group.Institution).Distinct().Count() == 1, $"Round {round}");
        }
    }

    [Fact]
    public void Counts_of_a_campaign_that_is_over_are_put_together_by_how_many_answered()
    {
        Question[] questions = [new("q", "?", QuestionKind.OneOf) { Options = ["a", "b"] }];
        var tally = new CampaignTally();
        foreach (var (function, choice, times) in ((string, int, int)[])[("A", 0, 6), ("B", 1, 2), ("C", 0, 4)])
        {
            for (var i = 0; i < times; i++) tally.Add([.. new AnsweringGroup(Ccas, function, ["structures/un", "structures/deux"]).Keys()], questions, [new("q", [choice], "")]);
        }

        var merged = tally.Merged();

        Assert.Equal(["- Function: 6 ()", "- Site:structures/deux 12 ()", "- Site:structures/un 12 ()", "-A Function: 6 ()", "q Function: 6 (4 2)", "q Site:structures/deux 12 (10 2)", "q Site:structures/un 12 (10 2)", "qA Function: 6 (6 0)"],
            merged.Lines.Select(line => $"{(line.Key.Question.Length == 0 ? "-" : "q")}{(line.Key.Group.Kind == GroupKind.Function ? line.Key.Group.Key : "")} {line.Key.Group.Kind}:{(line.Key.Group.Kind == GroupKind.Site ? line.Key.Group.Key : "")} {line.Value.Answers} ({line.Value.Counts})")
                .Order(StringComparer.Ordinal));
    }

    private static GroupSizes Sizes(params (string Institution, string Function, int Persons)[] groups) =>
        new(groups.ToDictionary(group => new GroupKey(GroupKind.Function, group.Institution, group.Function), group => group.Persons));

    private static string Kept(GroupSizes sizes, string institution, string function) => sizes.Keep(new(GroupKind.Function, institution, function)).Key;
}
