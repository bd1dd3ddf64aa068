using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Training.Domain.Campaigns;
using Reseau.Training.Views;

namespace Reseau.Training.Campaigns;

/// <summary>
/// What is kept of answers (decision 0027), beside the log and in the transaction of who calls:
/// <code>
/// with names: answer row ──corrected──▶ answer row ──the campaign closes──▶ counts, texts
/// anonymous:  mark (who, not what)  +  counts, texts (what, not who)  ──the campaign closes──▶ counts of five and more, texts
/// </code>
/// </summary>
internal static class AnswerBook
{
    /// <summary>What stands for an account in a campaign, and in no other.</summary>
    public static string MarkOf(string campaign, string subject) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{campaign}\n{subject}")));

    /// <summary>How many have answered.</summary>
    public static async Task<int> CountAsync(TrainingDb db, Campaign campaign, CancellationToken cancellation) =>
        (await CountAsync(db, [campaign], cancellation)).GetValueOrDefault(campaign.Name);

    /// <summary>How many have answered each of some campaigns, by name; those that nobody has are not there.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> CountAsync(TrainingDb db, IReadOnlyCollection<Campaign> campaigns, CancellationToken cancellation)
    {
        var counts = campaigns.Where(campaign => campaign.State == CampaignState.Closed).ToDictionary(campaign => campaign.Name, campaign => campaign.Answers, StringComparer.Ordinal);
        var open = campaigns.Where(campaign => campaign.State == CampaignState.Open).ToLookup(campaign => campaign.Content.Anonymous, campaign => campaign.Name);
        await AddAsync(db.CampaignMarks.Select(mark => mark.Campaign), [.. open[true]]);
        await AddAsync(db.CampaignAnswers.Select(answer => answer.Campaign), [.. open[false]]);
        return counts;

        async Task AddAsync(IQueryable<string> answered, string[] names)
        {
            if (names.Length == 0) return;
            var rows = answered.Where(campaign => EF.Parameter(names).Contains(campaign)).GroupBy(campaign => campaign);
            foreach (var row in await rows.Select(group => new { Campaign = group.Key, Answers = group.Count() }).ToListAsync(cancellation)) counts.Add(row.Campaign, row.Answers);
        }
    }

    /// <summary>Which of some campaigns an account has answered.</summary>
    public static async Task<IReadOnlySet<string>> AnsweredAsync(TrainingDb db, IReadOnlyCollection<Campaign> campaigns, string subject, CancellationToken cancellation)
    {
        string[] names = [.. campaigns.Select(campaign => campaign.Name)];
        string[] marks = [.. names.Select(campaign => MarkOf(campaign, subject))];
        var anonymous = await db.CampaignMarks.Where(row => EF.Parameter(names).Contains(row.Campaign) && EF.Parameter(marks).Contains(row.Mark)).Select(row => row.Campaign).ToListAsync(cancellation);
        var named = await db.CampaignAnswers.Where(row => EF.Parameter(names).Contains(row.Campaign) && EF.Parameter(marks).Contains(row.Mark)).Select(row => row.Campaign).ToListAsync(cancellation);
        return anonymous.Concat(named).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What an account answered to a campaign with names; none when nothing.</summary>
    public static async Task<IReadOnlyList<GivenAnswer>> ReadAsync(TrainingDb db, string campaign, string subject, CancellationToken cancellation) =>
        await db.CampaignAnswers.FindAsync([campaign, MarkOf(campaign, subject)], cancellation) is { } row ? ReadAnswers(row) : [];

    /// <summary>Keeps what an account answered to a campaign with names, in place of what it answered before.</summary>
    public static async Task KeepAsync(TrainingDb db, Campaign campaign, (string Subject, string Professional, AnsweringGroup WorksAt) who, IReadOnlyList<GivenAnswer> answers, CancellationToken cancellation)
    {
        var mark = MarkOf(campaign.Name, who.Subject);
        var row = await db.CampaignAnswers.FindAsync([campaign.Name, mark], cancellation);
        if (row is null) db.CampaignAnswers.Add(row = new() { Campaign = campaign.Name, Mark = mark, Professional = "", WorksAt = "", Body = "" });
        (row.Professional, row.WorksAt, row.Body) = (who.Professional, RowJson.Write(who.WorksAt), RowJson.Write(answers));
    }

    /// <summary>Marks an account, and adds what it answered to the counts of an anonymous campaign. Nothing in the database leads from one to the other.</summary>
    public static async Task CountInAsync(TrainingDb db, Campaign campaign, CampaignMarkRow mark, IReadOnlyCollection<GroupKey> groups, IReadOnlyList<GivenAnswer> answers, CancellationToken cancellation)
    {
        db.CampaignMarks.Add(mark);
        var tally = new CampaignTally();
        tally.Add(groups, campaign.Content.Questions, Choices(answers));
        string[] institutions = [.. groups.Select(group => group.Institution).Distinct(StringComparer.Ordinal)];
        string[] keys = [.. groups.Select(group => group.Key).Distinct(StringComparer.Ordinal)];
        var known = await db.CampaignCounts.Where(row => row.Campaign == campaign.Name && EF.Parameter(institutions).Contains(row.Institution) && EF.Parameter(keys).Contains(row.Key))
            .ToDictionaryAsync(row => row.ToCell(), cancellation);
        foreach (var (cell, line) in tally.Lines)
        {
            if (known.TryGetValue(cell, out var row)) row.Keep(row.ToLine().Plus(line));
            else db.CampaignCounts.Add(CampaignCountRow.Of(campaign.Name, cell, line));
        }
        foreach (var answer in Words(answers)) await ShuffleInAsync(db, campaign.Name, answer, cancellation);
    }

    /// <summary>Makes counts of what is left of each campaign that a command closed, and forgets who answered.</summary>
    public static async Task ConcludeAsync(LogUnit<TrainingDb> unit, CancellationToken cancellation)
    {
        foreach (var name in unit.Appended.Where(recorded => recorded.Body is CampaignClosed).Select(recorded => recorded.Stream).ToList())
        {
            var campaign = CampaignView.Read((await unit.Db.Campaigns.FindAsync([name], cancellation))!);
            if (campaign.Content.Anonymous) await MergeAsync(unit.Db, name, cancellation);
            else await CountAllAsync(unit.Db, campaign, cancellation);
            await unit.Db.CampaignMarks.Where(mark => mark.Campaign == name).ExecuteDeleteAsync(cancellation);
            await unit.Db.CampaignAnswers.Where(answer => answer.Campaign == name).ExecuteDeleteAsync(cancellation);
        }
    }

    /// <summary>Adds counts and texts that were gathered elsewhere.</summary>
    public static void Add(TrainingDb db, Campaign campaign, IEnumerable<(AnsweringGroup WorksAt, IReadOnlyList<GivenAnswer> Answers)> sheets)
    {
        var (tally, texts) = (new CampaignTally(), new List<GivenAnswer>());
        foreach (var (worksAt, answers) in sheets)
        {
            tally.Add([.. worksAt.Keys()], campaign.Content.Questions, Choices(answers));
            texts.AddRange(Words(answers));
        }
        db.CampaignCounts.AddRange(tally.Lines.Select(line => CampaignCountRow.Of(campaign.Name, line.Key, line.Value)));
        foreach (var question in texts.GroupBy(answer => answer.Question, answer => answer.Text, StringComparer.Ordinal))
        {
            string[] shuffled = [.. question];
            RandomNumberGenerator.Shuffle<string>(shuffled);
            db.CampaignTexts.AddRange(shuffled.Select((text, place) => new CampaignTextRow { Campaign = campaign.Name, Question = question.Key, Place = place, Text = text }));
        }
    }

    private static async Task CountAllAsync(TrainingDb db, Campaign campaign, CancellationToken cancellation)
    {
        var rows = await db.CampaignAnswers.AsNoTracking().Where(answer => answer.Campaign == campaign.Name).ToListAsync(cancellation);
        Add(db, campaign, rows.Select(row => (RowJson.Read<AnsweringGroup>(row.WorksAt), (IReadOnlyList<GivenAnswer>)ReadAnswers(row))));
    }

    private static async Task MergeAsync(TrainingDb db, string campaign, CancellationToken cancellation)
    {
        var tally = new CampaignTally();
        foreach (var row in await db.CampaignCounts.AsNoTracking().Where(row => row.Campaign == campaign).ToListAsync(cancellation)) tally.Add(row.ToCell(), row.ToLine());
        await db.CampaignCounts.Where(row => row.Campaign == campaign).ExecuteDeleteAsync(cancellation);
        db.CampaignCounts.AddRange(tally.Merged().Lines.Select(line => CampaignCountRow.Of(campaign, line.Key, line.Value)));
    }

    // Takes the place of any of those before, or the last: every order is as likely as every other, after each text (Fisher and Yates, inside out).
    private static async Task ShuffleInAsync(TrainingDb db, string campaign, GivenAnswer answer, CancellationToken cancellation)
    {
        var last = await db.CampaignTexts.CountAsync(row => row.Campaign == campaign && row.Question == answer.Question, cancellation);
        var place = RandomNumberGenerator.GetInt32(last + 1);
        var moved = answer.Text;
        if (place < last && await db.CampaignTexts.FindAsync([campaign, answer.Question, place], cancellation) is { } other) (moved, other.Text) = (other.Text, moved);
        db.CampaignTexts.Add(new() { Campaign = campaign, Question = answer.Question, Place = last, Text = moved });
    }

    // Words are counted, and kept apart from where who wrote them works.
    private static GivenAnswer[] Choices(IEnumerable<GivenAnswer> answers) => [.. answers.Select(answer => answer with { Text = "" })];

    private static IEnumerable<GivenAnswer> Words(IEnumerable<GivenAnswer> answers) => answers.Where(answer => answer.Text.Length > 0);

    private static List<GivenAnswer> ReadAnswers(CampaignAnswerRow row) => RowJson.Read<List<GivenAnswer>>(row.Body);
}
