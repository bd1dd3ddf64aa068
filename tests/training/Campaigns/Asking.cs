using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Contracts;
using Reseau.Kernel.Calendar;
using Reseau.Testing.Hosts;
using Reseau.Training.V1;
using static Reseau.Training.Tests.Rpc.Network;

namespace Reseau.Training.Tests.Campaigns;

/// <summary>Campaigns of a test, by gRPC, and whoever answers them.</summary>
internal static class Asking
{
    public const string SkillName = "skills/accueil-posture";

    /// <summary>A campaign from today for two weeks.</summary>
    public static Campaign ACampaign(TrainingHost host, bool network = false, bool anonymous = false)
    {
        var today = FrenchDay.Of(host.Clock.GetUtcNow());
        return new()
        {
            Title = "Vos besoins", Introduction = "Cinq minutes.", Network = network, Anonymous = anonymous, StartDate = today.ToDate(), EndDate = today.AddDays(14).ToDate(),
            Questions =
            {
                new Question { Key = "niveau", Text = "Accueillir", Kind = Question.Types.Kind.Level, Skill = SkillName, Required = true },
                new Question { Key = "format", Text = "Comment ?", Kind = Question.Types.Kind.OneOf, Options = { "Sur place", "À distance", "Entre pairs" } },
                new Question { Key = "freins", Text = "Pourquoi ?", Kind = Question.Types.Kind.SeveralOf, Options = { "Temps", "Distance" } },
                new Question { Key = "aide", Text = "Quoi d'autre ?", Kind = Question.Types.Kind.Text },
                new Question { Key = "cadre", Text = "Et votre équipe ?", Kind = Question.Types.Kind.Level, Functions = { Function.HeadOfUnit } },
            },
        };
    }

    /// <summary>A sheet that answers three of the questions, and a fourth in words when there are any.</summary>
    public static AnswerCampaignRequest Sheet(string campaign, int level, int format = 0, string words = "")
    {
        var sheet = new AnswerCampaignRequest
        {
            Name = campaign, RequestId = NewId(), Answers = { new Answer { Question = "niveau", Choices = { level } }, new Answer { Question = "format", Choices = { format } }, new Answer { Question = "freins", Choices = { 1, 0 } } },
        };
        if (words.Length > 0) sheet.Answers.Add(new Answer { Question = "aide", Text = words });
        return sheet;
    }

    public static async Task<Campaign> CreatedAsync(TrainingHost host, string account, Campaign campaign) =>
        await (await host.CampaignsAsync(account)).CreateCampaignAsync(new() { Campaign = campaign, RequestId = NewId() });

    public static async Task<Campaign> OpenedAsync(TrainingHost host, string account, Campaign campaign)
    {
        var drafted = await CreatedAsync(host, account, campaign);
        return await (await host.CampaignsAsync(account)).OpenCampaignAsync(new() { Name = drafted.Name, RequestId = NewId() });
    }

    public static async Task<Campaign> ClosedAsync(TrainingHost host, string account, string campaign) =>
        await (await host.CampaignsAsync(account)).CloseCampaignAsync(new() { Name = campaign, RequestId = NewId() });

    public static async Task<Professional> ClaimAsync(TrainingHost host, string account, Function function) =>
        await (await host.ProfessionalsAsync(account)).ClaimProfessionalAsync(new() { Function = function, RequestId = NewId() });

    /// <summary>A line for each row of each question, then its total.</summary>
    public static IEnumerable<string> Lines(CampaignResults results) => results.Questions.SelectMany(question =>
        question.Rows.Append(question.Total).Select(row => $"{question.Question} {row.Key} {row.Answers}: {string.Join(' ', row.Counts)}"));

    /// <summary>Every cell of the tables in which something of an answer is kept, and of those that every command writes.</summary>
    public static Task<List<string>> CellsAsync(TrainingHost host) => host.ReadAsync(async db =>
    {
        List<string> cells =
        [
            .. await db.CampaignMarks.Select(row => $"mark {row.Campaign} {row.Mark} {row.RequestId}").ToListAsync(),
            .. await db.CampaignAnswers.Select(row => $"answer {row.Campaign} {row.Mark} {row.Professional} {row.WorksAt} {row.Body}").ToListAsync(),
            .. await db.CampaignTexts.Select(row => $"text {row.Campaign} {row.Question} {row.Place} {row.Text}").ToListAsync(),
        ];
        cells.AddRange((await db.CampaignCounts.ToListAsync()).Select(row => $"count {row.Campaign} {row.Institution} {row.Kind} {row.Key} {row.Question} {row.Answers} {row.Counts}"));
        cells.AddRange((await db.Events.ToListAsync()).Select(row => $"event {row.Stream} {row.Type} {row.Body} {row.Actor}"));
        cells.AddRange((await db.Requests.ToListAsync()).Select(row => $"request {row.RequestId} {row.Stream}"));
        return cells;
    });
}
