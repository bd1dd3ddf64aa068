using System.Globalization;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Access;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Training.Campaigns;
using Reseau.Training.Domain.Campaigns;
using Reseau.Training.Domain.Professionals;
using Reseau.Training.Views;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>
/// Campaigns for those whom they ask. Answering is no command of the log: what its request and its events would keep (who, when, and a fingerprint of what was
/// answered) is what must not be kept (decision 0027).
/// </summary>
internal sealed partial class CampaignsEndpoint
{
    public override async Task<Contract.ListMyCampaignsResponse> ListMyCampaigns(Contract.ListMyCampaignsRequest request, ServerCallContext context)
    {
        var (caller, today, size) = (Caller.Of(context), Today, Paging.Size(request.PageSize));
        var question = $"my-campaigns/{caller.Subject}";
        var after = Paging.Read(request.PageToken, question, parts: 2, token => ((int, string)?)(int.Parse(token[0], CultureInfo.InvariantCulture), token[1]));
        var answer = new Contract.ListMyCampaignsResponse();
        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        if (await OwnRecordAsync(db, caller, today, context.CancellationToken) is not { } person) return answer;

        var rows = await CampaignPages.TakingAsync(db, caller.Institution, today.DayNumber, context.CancellationToken);
        var page = rows.Select(CampaignView.Read).Where(campaign => campaign.Asks(person.Facts.Function) && IsAfter(campaign)).Take(size + 1).ToList();
        if (page.Count > size)
        {
            page.RemoveAt(size);
            answer.NextPageToken = Paging.Token(question, page[^1].Content.End.DayNumber.ToString(CultureInfo.InvariantCulture), page[^1].Name);
        }
        var answered = await AnswerBook.AnsweredAsync(db, page, caller.Subject, context.CancellationToken);
        answer.Campaigns.AddRange(page.Select(campaign => new Contract.MyCampaign { Campaign = CampaignMapper.ToMessage(campaign, [], today, answers: 0), Answered = answered.Contains(campaign.Name) }));
        return answer;

        bool IsAfter(Campaign campaign) => after is not var (day, last)
            || campaign.Content.End.DayNumber > day || (campaign.Content.End.DayNumber == day && string.CompareOrdinal(campaign.Name, last) > 0);
    }

    public override async Task<Contract.MyCampaign> GetMyCampaign(Contract.GetMyCampaignRequest request, ServerCallContext context)
    {
        var (violations, caller) = (new Violations(), Caller.Of(context));
        var name = Named(request.Name, "name", violations);
        violations.ThrowIfAny();
        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var (campaign, person) = await AskedAsync(db, name, caller, Today, context.CancellationToken);
        if (!campaign.Asks(person.Facts.Function)) throw Caller.NotAllowed();
        return await MineAsync(db, campaign, person.Facts.Function, caller, context.CancellationToken);
    }

    public override async Task<Contract.MyCampaign> AnswerCampaign(Contract.AnswerCampaignRequest request, ServerCallContext context)
    {
        var (violations, caller) = (new Violations(), Caller.Of(context));
        var name = Named(request.Name, "name", violations);
        var given = CampaignRules.Read(request.Answers, violations);
        Commands.RequireRequestId(request.RequestId, violations);
        violations.ThrowIfAny();
        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var (asked, person) = await AskedAsync(db, name, caller, Today, context.CancellationToken);
        var worksAt = new AnsweringGroup(person.Institution, EnumNames.Of(person.Facts.Function), person.Facts.Sites);
        // Counted before the turn of this command: others do not wait for it.
        var groups = asked.Content.Anonymous ? await KeptAsync(asked, worksAt, context.CancellationToken) : [];

        await writer.WriteAsync(async (own, cancellation) =>
        {
            // It may have been closed meanwhile.
            var campaign = await FindAsync(own, name, cancellation) ?? throw Caller.NotAllowed();
            var mark = new CampaignMarkRow { Campaign = name, Mark = AnswerBook.MarkOf(name, caller.Subject), RequestId = request.RequestId.ToLowerInvariant() };
            if (CampaignDecider.MayAnswer(campaign, person.Facts.Function, Today) is { } refusal) throw new RefusedException(refusal);
            var before = campaign.Content.Anonymous ? await own.CampaignMarks.AsNoTracking().SingleOrDefaultAsync(row => row.Campaign == name && row.Mark == mark.Mark, cancellation) : null;
            if (before?.RequestId == mark.RequestId) return campaign;
            if (before is not null) throw new RefusedException(new("CAMPAIGN_ANSWERED", "An anonymous campaign is answered once.", ("campaign", name)));

            var questions = campaign.QuestionsFor(person.Facts.Function);
            foreach (var problem in AnswerSheet.Check(questions, given)) CampaignRules.Add(problem, questions, violations);
            violations.ThrowIfAny();
            var answers = AnswerSheet.Answered(questions, given);
            if (campaign.Content.Anonymous) await AnswerBook.CountInAsync(own, campaign, mark, groups, answers, cancellation);
            else await AnswerBook.KeepAsync(own, campaign, (caller.Subject, person.Name, worksAt), answers, cancellation);
            await own.SaveChangesAsync(cancellation);
            return campaign;
        }, context.CancellationToken);
        return await MineAsync(db, asked, person.Facts.Function, caller, context.CancellationToken);
    }

    private async Task<IReadOnlyCollection<GroupKey>> KeptAsync(Campaign campaign, AnsweringGroup worksAt, CancellationToken cancellation)
    {
        var sizes = await people.SizesAsync(campaign, cancellation);
        return [.. worksAt.Keys().Select(sizes.Keep).Distinct()];
    }

    private async Task<Contract.MyCampaign> MineAsync(TrainingDb db, Campaign campaign, Function function, Caller caller, CancellationToken cancellation)
    {
        var mine = new Contract.MyCampaign
        {
            Campaign = CampaignMapper.ToMessage(campaign, campaign.QuestionsFor(function), Today, answers: 0),
            Answered = (await AnswerBook.AnsweredAsync(db, [campaign], caller.Subject, cancellation)).Count > 0,
        };
        if (!campaign.Content.Anonymous) mine.Answers.AddRange((await AnswerBook.ReadAsync(db, campaign.Name, caller.Subject, cancellation)).Select(CampaignMapper.ToMessage));
        return mine;
    }

    // A campaign that was opened and asks the caller's institution, and the caller's record there.
    private static async Task<(Campaign Campaign, Professional Person)> AskedAsync(TrainingDb db, string name, Caller caller, DateOnly today, CancellationToken cancellation)
    {
        var campaign = await FindAsync(db, name, cancellation);
        if (campaign is not { Shown: true } || !campaign.Asks(caller.Institution)) throw Caller.NotAllowed();
        return (campaign, await OwnRecordAsync(db, caller, today, cancellation) ?? throw Caller.NotAllowed());
    }

    private static async Task<Professional?> OwnRecordAsync(TrainingDb db, Caller caller, DateOnly today, CancellationToken cancellation)
    {
        if (caller.Subject.Length == 0 || caller.Institution.Length == 0) return null;
        var row = await db.Professionals.AsNoTracking().Where(row => row.Subject == caller.Subject && row.Institution == caller.Institution)
            .OrderBy(row => row.Name).FirstOrDefaultAsync(cancellation);
        return row is not null && ProfessionalView.Read(row) is var person && !person.HasLeft(today) ? person : null;
    }
}
