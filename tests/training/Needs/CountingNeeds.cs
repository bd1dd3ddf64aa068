using Reseau.Training.Domain.Figures;
using Reseau.Training.Domain.Needs;
using Reseau.Training.Domain.Professionals;

namespace Reseau.Training.Tests.Needs;

/// <summary>Figures of needs, without a database.</summary>
public sealed class CountingNeeds
{
    private const string Ccas = "ccas-rennes";
    private const string Caf = "caf-35";
    private const string Skill = "skills/culture";
    private const string Theme = "numerique--acquerir-un-equipement";

    [Fact]
    public void Needs_are_counted_and_estimates_of_few_others_withheld_with_what_would_give_them_away() => Assert.Equal(
        // The two of the département are few; with them goes the next smallest, so that they are not the rest.
        [" ccas-rennes 1/0 3", $"{Theme} caf-35 1/0 40", $"{Skill} caf-35 1/1 -", $"{Skill} ccas-rennes 2/1 15", $"{Skill} departement-35 1/0 -", $"{Skill} ville-rennes 1/0 30"],
        Lines(NeedFigures.Of(
            [
                Need(Skill, Ccas, 12, planned: true), Need(Skill, Ccas, 3), Need(Skill, Caf, 7, planned: true), Need(Skill, "departement-35", 2), Need(Skill, "ville-rennes", 30), Need("", Ccas, 3), Need(Theme, Caf, 40),
            ],
            byFunction: false, Ccas)));

    [Fact]
    public void A_need_of_several_functions_counts_with_each_and_one_of_everyone_apart() => Assert.Equal(
        [$"{Skill}  1/0 50", $"{Skill} LIBRARIAN 2/0 15", $"{Skill} RECEPTION_AGENT 1/0 8"],
        Lines(NeedFigures.Of(
            [Need(Skill, Caf, 8, functions: [Function.Librarian, Function.ReceptionAgent]), Need(Skill, Ccas, 7, functions: [Function.Librarian]), Need(Skill, Caf, 50)], byFunction: true, Ccas)));

    [Fact]
    public void Of_a_row_that_is_partly_ones_own_it_is_the_others_who_may_be_few() => Assert.Equal(
        [$"{Skill} LIBRARIAN 2/0 -"],
        Lines(NeedFigures.Of([Need(Skill, Caf, 2, functions: [Function.Librarian]), Need(Skill, Ccas, 70, functions: [Function.Librarian])], byFunction: true, Ccas)));

    [Fact]
    public void Needs_of_the_network_are_a_row_of_nobodys_and_what_they_estimate_is_told()
    {
        CountedNeed[] needs = [Need(Skill, "", 3), Need(Skill, Caf, 12), Need(Skill, Ccas, 2)];

        Assert.Equal([$"{Skill}  1/0 3", $"{Skill} caf-35 1/0 12", $"{Skill} ccas-rennes 1/0 2"], Lines(NeedFigures.Of(needs, byFunction: false, Ccas)));
        Assert.Equal([$"{Skill}  3/0 17"], Lines(NeedFigures.Of(needs, byFunction: true, Ccas)));
        // With it goes the next institution's, not the network's, which hides nothing.
        Assert.Equal([$"{Skill}  1/0 3", $"{Skill} caf-35 1/0 -", $"{Skill} ccas-rennes 1/0 -"], Lines(NeedFigures.Of(needs, byFunction: false, "ville-rennes")));
    }

    [Fact]
    public void Estimates_beyond_all_measure_stay_a_number() =>
        Assert.Equal(int.MaxValue, Assert.Single(NeedFigures.Of(Enumerable.Repeat(Need(Skill, Caf, 100_000), 30_000), byFunction: false, Ccas)).Persons);

    private static CountedNeed Need(string subject, string institution, int persons, bool planned = false, params Function[] functions) =>
        new(subject, institution, FunctionSet.Of(functions.Select(function => (int)function)), planned, persons);

    private static IEnumerable<string> Lines(IEnumerable<NeedFigure> figures) =>
        figures.Select(figure => $"{figure.Subject} {figure.Key} {figure.Needs}/{figure.Planned} {figure.Persons?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"}");
}
