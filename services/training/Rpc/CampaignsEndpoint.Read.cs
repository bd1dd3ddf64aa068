using System.Globalization;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Access;
using Reseau.Kernel;
using Reseau.Training.Campaigns;
using Reseau.Training.Domain.Campaigns;
using Reseau.Training.Domain.Figures;
using Reseau.Training.Views;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>Campaigns, and what was answered, for those who ask.</summary>
internal sealed partial class CampaignsEndpoint
{
    private static readonly FigureRows[] RowsOfResults = [FigureRows.Institution, FigureRows.Function, FigureRows.Site];

    public override async Task<Contract.Campaign> GetCampaign(Contract.GetCampaignRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var name = Named(request.Name, "name", violations);
        violations.ThrowIfAny();
        return await AnswerAsync(new(name, long.MaxValue), Caller.Of(context), context.CancellationToken);
    }

    public override async Task<Contract.ListCampaignsResponse> ListCampaigns(Contract.ListCampaignsRequest request, ServerCallContext context)
    {
        var caller = Caller.Of(context);
        var (asked, size) = (CampaignReach.Question(caller), Paging.Size(request.PageSize));
        var question = $"campaigns/{asked}";
        var after = Paging.Read(request.PageToken, question, parts: 2, token => ((int, string)?)(int.Parse(token[0], CultureInfo.InvariantCulture), token[1]));
        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var page = await CampaignPages.ReadAsync(db, asked, after, size, context.CancellationToken);

        var answer = new Contract.ListCampaignsResponse();
        if (page.Count > size)
        {
            page.RemoveAt(size);
            answer.NextPageToken = Paging.Token(question, page[^1].EndDay.ToString(CultureInfo.InvariantCulture), page[^1].Name);
        }
        var campaigns = page.ConvertAll(CampaignView.Read);
        var answers = await AnswerBook.CountAsync(db, campaigns.FindAll(campaign => CampaignReach.Keeps(caller, campaign)), context.CancellationToken);
        answer.Campaigns.AddRange(campaigns.Select(campaign => CampaignMapper.ToMessage(campaign, [], Today, answers.GetValueOrDefault(campaign.Name))));
        return answer;
    }

    public override async Task<Contract.CampaignResults> GetCampaignResults(Contract.GetCampaignResultsRequest request, ServerCallContext context)
    {
        var (violations, caller) = (new Violations(), Caller.Of(context));
        var name = Named(request.Name, "name", violations);
        var rows = FigureRules.Rows(request.Rows, RowsOfResults, violations);
        violations.ThrowIfAny();
        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var campaign = await ClosedAsync(db, name, campaign => CampaignReach.Sees(caller, campaign), context.CancellationToken);

        var asked = new ResultQuestion(rows, CampaignReach.CountsAll(caller, campaign) ? null : caller.Institution, caller.Institution);
        var results = await ResultReader.ReadAsync(db, campaign, asked, context.CancellationToken);
        var answer = new Contract.CampaignResults { Campaign = campaign.Name, Answers = results.Answers ?? HeatMapMapper.Withheld };
        foreach (var (question, told, total) in results.Questions)
        {
            var line = new Contract.QuestionResults { Question = question.Key, Total = CampaignMapper.ToMessage(total) };
            line.Rows.AddRange(told.Select(CampaignMapper.ToMessage));
            answer.Questions.Add(line);
        }
        return answer;
    }

    public override async Task<Contract.ListCampaignTextsResponse> ListCampaignTexts(Contract.ListCampaignTextsRequest request, ServerCallContext context)
    {
        var (violations, caller) = (new Violations(), Caller.Of(context));
        var name = Named(request.Name, "name", violations);
        FieldRules.Key(request.Question, "question", violations);
        violations.ThrowIfAny();
        var question = $"texts/{name}/{request.Question}";
        var (after, size) = (Paging.Read(request.PageToken, question, parts: 1, token => (int?)int.Parse(token[0], CultureInfo.InvariantCulture)) ?? -1, Paging.Size(request.PageSize));
        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var campaign = await ClosedAsync(db, name, campaign => CampaignReach.Keeps(caller, campaign), context.CancellationToken);
        if (!campaign.Content.Questions.Any(known => known.Key == request.Question && known.Kind == QuestionKind.Text))
            throw new RefusedException(new("QUESTION_NOT_FOUND", "No such question is answered in words.", ("campaign", name), ("question", request.Question)));

        var answer = new Contract.ListCampaignTextsResponse();
        var texts = db.CampaignTexts.AsNoTracking().Where(row => row.Campaign == name && row.Question == request.Question);
        // Of fewer it is guessed who wrote; a head who asked their own people with names may know.
        if ((campaign.Content.Anonymous || campaign.Network) && Suppression.IsSmall(await texts.CountAsync(context.CancellationToken))) return answer;
        var page = await texts.Where(row => row.Place > after).OrderBy(row => row.Place).Take(size + 1).ToListAsync(context.CancellationToken);
        if (page.Count > size)
        {
            page.RemoveAt(size);
            answer.NextPageToken = Paging.Token(question, page[^1].Place.ToString(CultureInfo.InvariantCulture));
        }
        answer.Texts.AddRange(page.Select(row => row.Text));
        return answer;
    }

    // Before, each answer that comes would be the difference between two readings.
    private static async Task<Campaign> ClosedAsync(TrainingDb db, string name, Func<Campaign, bool> reaches, CancellationToken cancellation)
    {
        var campaign = await FindAsync(db, name, cancellation);
        if (campaign is null || !reaches(campaign)) throw Caller.NotAllowed();
        return campaign.State == CampaignState.Closed
            ? campaign
            : throw new RefusedException(new("CAMPAIGN_NOT_CLOSED", "The campaign is not over.", ("campaign", name), ("state", EnumNames.Of(campaign.State))));
    }

    private static async Task<Campaign?> FindAsync(TrainingDb db, string name, CancellationToken cancellation) =>
        await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(row => row.Name == name, cancellation) is { } row ? CampaignView.Read(row) : null;
}
