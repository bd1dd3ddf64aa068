using System.Globalization;
using Reseau.Partners.Demo;
using Reseau.Partners.Search;
using Reseau.Partners.Territory;
using Reseau.Partners.Tests.Search;
using Xunit.Abstractions;

namespace Reseau.Partners.Tests.Relevance;

/// <summary>How often the right service is first, or among the first five, when people ask in their own words.</summary>
public sealed class AnsweringJudgedQuestions(ITestOutputHelper output)
{
    private const double FloorAt1 = 0.95;
    private const double FloorAt5 = 0.97;

    private static readonly DirectoryIndex Index = Filled();

    [Fact]
    public void The_right_service_comes_first_or_nearly()
    {
        var ranks = JudgedQuestions.All.Select(question => (Question: question, Rank: RankOf(question, out var hits), Hits: hits)).ToList();
        var (at1, at5) = (Share(ranks.Count(asked => asked.Rank == 1), ranks.Count), Share(ranks.Count(asked => asked.Rank <= 5), ranks.Count));

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ranks.Count} questions: success@1 {at1:0.000}, success@5 {at5:0.000}"));
        foreach (var (question, rank, hits) in ranks.Where(asked => asked.Rank > 1))
            output.WriteLine($"{(rank <= 5 ? $"{rank}" : "-")} {question.Text} ({question.Commune ?? "?"}): {string.Join(", ", hits)}");
        Assert.True(at1 >= FloorAt1, $"success@1 is {at1}");
        Assert.True(at5 >= FloorAt5, $"success@5 is {at5}");
    }

    [Fact]
    public void Every_acceptable_service_exists()
    {
        var ids = Index.Search(new() { Limit = 1000 }).Hits.Select(hit => hit.ServiceId).ToList();

        Assert.True(JudgedQuestions.All.Count >= 60);
        Assert.All(
            JudgedQuestions.All.SelectMany(question => question.Acceptable.Select(pattern => question with { Acceptable = [pattern] })),
            question => Assert.True(ids.Exists(question.Accepts), $"{question.Text}: {question.Acceptable[0]}"));
    }

    private static int RankOf(JudgedQuestion question, out List<string> hits)
    {
        hits = [.. Index.Search(new() { Text = question.Text, CommuneInsee = question.Commune, Limit = 5 }).Hits.Select(hit => hit.ServiceId)];
        return hits.FindIndex(question.Accepts) is >= 0 and var rank ? rank + 1 : int.MaxValue;
    }

    private static double Share(int some, int all) => Math.Round((double)some / all, 3);

    private static DirectoryIndex Filled()
    {
        var index = new DirectoryIndex(France.Shared);
        index.Apply([.. DemoNetwork.Load().Events(), .. MoreServices.Events()]);
        return index;
    }
}
