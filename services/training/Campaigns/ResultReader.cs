using Microsoft.EntityFrameworkCore;
using Reseau.Training.Domain;
using Reseau.Training.Domain.Campaigns;
using Reseau.Training.Domain.Figures;
using Reseau.Training.Views;

namespace Reseau.Training.Campaigns;

/// <summary>Which results are asked for.</summary>
/// <param name="Rows">What rows stand for.</param>
/// <param name="Only">Institution id whose people alone are counted; null = all.</param>
/// <param name="Asking">Institution id that asks: unless the campaign is anonymous, it knows its own.</param>
internal sealed record ResultQuestion(FigureRows Rows, string? Only, string Asking);

/// <summary>Results as they may be told.</summary>
/// <param name="Answers">How many answered; null = withheld.</param>
/// <param name="Questions">Each question with its rows and their total.</param>
internal sealed record CampaignCounts(int? Answers, IReadOnlyList<(Question Question, IReadOnlyList<ToldAnswers> Rows, ToldAnswers Total)> Questions);

/// <summary>Reads what was answered, less what must not be told.</summary>
internal static class ResultReader
{
    private static readonly TallyLine None = new(0, []);

    /// <summary>The results of a campaign that is over.</summary>
    public static async Task<CampaignCounts> ReadAsync(TrainingDb db, Campaign campaign, ResultQuestion asked, CancellationToken cancellation)
    {
        var rows = db.CampaignCounts.AsNoTracking().Where(row => row.Campaign == campaign.Name);
        if (asked.Only is { } only) rows = rows.Where(row => row.Institution == only);
        // Everybody is once among functions, which totals are made of; among sites, once for each.
        if (asked.Rows != FigureRows.Site) rows = rows.Where(row => row.Kind == GroupKind.Function);
        var counts = (await rows.ToListAsync(cancellation)).ToLookup(row => row.Question, StringComparer.Ordinal);
        var own = campaign.Content.Anonymous ? null : asked.Asking;
        // Whether none of their people answered, or so few that it was not kept, is the same to them.
        if (campaign.Content.Anonymous && asked.Only is not null && counts.Count == 0) return new(null, [.. campaign.Content.Questions.Select(Nothing)]);
        var whole = ResultTable.Tell([], Sum("", counts[""].Where(row => row.Kind == GroupKind.Function), own), choices: 0, exclusive: false).Total;
        return new(whole.Answers, [.. campaign.Content.Questions.Select(question =>
        {
            var (told, total) = Tell(question, [.. counts[question.Key]], asked.Rows, own);
            return (question, told, total);
        })]);
    }

    private static (IReadOnlyList<ToldAnswers> Rows, ToldAnswers Total) Tell(Question question, IReadOnlyList<CampaignCountRow> counts, FigureRows rows, string? own)
    {
        var kind = rows == FigureRows.Site ? GroupKind.Site : GroupKind.Function;
        var groups = counts.Where(row => row.Kind == kind).GroupBy(row => rows == FigureRows.Institution ? Codes.Institution(row.Institution) : row.Key, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Sum(group.Key, group, own)).ToList();
        return ResultTable.Tell(groups, Sum("", counts.Where(row => row.Kind == GroupKind.Function), own), question.Choices, question.IsExclusive);
    }

    private static (Question Question, IReadOnlyList<ToldAnswers> Rows, ToldAnswers Total) Nothing(Question question) => (question, [], new("", null, new int?[question.Choices]));

    private static CountedAnswers Sum(string key, IEnumerable<CampaignCountRow> rows, string? own)
    {
        var lines = rows.Select(row => (Own: row.Institution == own, Line: row.ToLine())).ToList();
        return new(key, Sum(lines.Select(line => line.Line)), Sum(lines.Where(line => !line.Own).Select(line => line.Line)));
    }

    private static TallyLine Sum(IEnumerable<TallyLine> lines) => lines.Aggregate(None, (all, line) => all.Plus(line));
}
