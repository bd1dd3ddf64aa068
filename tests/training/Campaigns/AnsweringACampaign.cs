using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Contracts;
using Reseau.Kernel.Calendar;
using Reseau.Testing;
using Reseau.Testing.Databases;
using Reseau.Training.V1;
using static Reseau.Testing.Contracts.EveryMethod;
using static Reseau.Training.Tests.Campaigns.Asking;
using static Reseau.Training.Tests.Rpc.Network;

namespace Reseau.Training.Tests.Campaigns;

/// <summary>A campaign with names, through the service.</summary>
public sealed class AnsweringACampaign
{
    [Theory, OnEveryProvider]
    public async Task An_answer_is_corrected_until_the_campaign_is_over_and_is_a_count_from_then_on(DatabaseProvider provider)
    {
        var (host, _) = await StartedAsync(provider);
        await ClaimAsync(host, Claire, Function.ReceptionAgent);
        await ClaimAsync(host, Yann, Function.HeadOfUnit);
        var (claire, yann) = (await host.CampaignsAsync(Claire), await host.CampaignsAsync(Yann));
        var campaign = await OpenedAsync(host, Yann, ACampaign(host));

        var mine = Assert.Single((await claire.ListMyCampaignsAsync(new())).Campaigns);
        Assert.Equal((campaign.Name, false, true, 0), (mine.Campaign.Name, mine.Answered, mine.Campaign.Answerable, mine.Campaign.Questions.Count));
        Assert.Equal(["niveau", "format", "freins", "aide"], (await claire.GetMyCampaignAsync(new() { Name = campaign.Name })).Campaign.Questions.Select(question => question.Key));
        await claire.AnswerCampaignAsync(Sheet(campaign.Name, 1, 0, "Du temps"));
        var corrected = await claire.AnswerCampaignAsync(Sheet(campaign.Name, 2, 1));
        Assert.Equal((true, "niveau 2, format 1, freins 0 1"), (corrected.Answered, string.Join(", ", corrected.Answers.Select(answer => $"{answer.Question} {string.Join(' ', answer.Choices)}"))));
        Assert.Equal(corrected, await claire.GetMyCampaignAsync(new() { Name = campaign.Name }));
        Assert.True(Assert.Single((await claire.ListMyCampaignsAsync(new())).Campaigns).Answered);
        var head = Sheet(campaign.Name, 3, 1, "Une carte à jour");
        head.Answers.Add(new Answer { Question = "cadre", Choices = { 0 } });
        await yann.AnswerCampaignAsync(head);

        Assert.Equal(2, (await yann.GetCampaignAsync(new() { Name = campaign.Name })).Answers);
        Assert.Equal("CAMPAIGN_NOT_CLOSED", await ReasonAsync(yann.GetCampaignResultsAsync(new() { Name = campaign.Name })));
        Assert.Equal("CAMPAIGN_NOT_CLOSED", await ReasonAsync(yann.ListCampaignTextsAsync(new() { Name = campaign.Name, Question = "aide" })));
        var closed = await ClosedAsync(host, Yann, campaign.Name);
        Assert.Equal((Campaign.Types.State.Closed, 2, false), (closed.State, closed.Answers, closed.Answerable));
        Assert.Equal(closed.Etag, (await ClosedAsync(host, Yann, campaign.Name)).Etag);

        Assert.Equal("CAMPAIGN_NOT_OPEN", await ReasonAsync(claire.AnswerCampaignAsync(Sheet(campaign.Name, 0))));
        Assert.Empty((await claire.ListMyCampaignsAsync(new())).Campaigns);
        Assert.Empty((await claire.GetMyCampaignAsync(new() { Name = campaign.Name })).Answers);
        var results = await yann.GetCampaignResultsAsync(new() { Name = campaign.Name, Rows = FigureRows.Function });
        Assert.Equal(2, results.Answers);
        Assert.Equal(
            [
                "niveau HEAD_OF_UNIT 1: 0 0 0 1", "niveau RECEPTION_AGENT 1: 0 0 1 0", "niveau  2: 0 0 1 1", "format HEAD_OF_UNIT 1: 0 1 0", "format RECEPTION_AGENT 1: 0 1 0", "format  2: 0 2 0",
                "freins HEAD_OF_UNIT 1: 1 1", "freins RECEPTION_AGENT 1: 1 1", "freins  2: 2 2", "aide HEAD_OF_UNIT 1: ", "aide  1: ", "cadre HEAD_OF_UNIT 1: 1 0 0 0", "cadre  1: 1 0 0 0",
            ],
            Lines(results));
        Assert.Equal(["Une carte à jour"], (await yann.ListCampaignTextsAsync(new() { Name = campaign.Name, Question = "aide" })).Texts);
        Assert.Equal("QUESTION_NOT_FOUND", await ReasonAsync(yann.ListCampaignTextsAsync(new() { Name = campaign.Name, Question = "format" })));
        // Others see that it is, and nothing of so few.
        Assert.Equal(-1, (await (await host.CampaignsAsync(Sofia)).GetCampaignResultsAsync(new() { Name = campaign.Name })).Answers);
        Assert.Equal("NOT_ALLOWED", await ReasonAsync((await host.CampaignsAsync(Sofia)).ListCampaignTextsAsync(new() { Name = campaign.Name, Question = "aide" })));
        Assert.Equal(0, await host.ReadAsync(db => db.CampaignAnswers.CountAsync()));
        await host.DisposeAsync();
    }

    [Theory, OnEveryProvider]
    public async Task Who_is_erased_takes_their_answer_along_and_may_answer_anew(DatabaseProvider provider)
    {
        var (host, _) = await StartedAsync(provider);
        await ClaimAsync(host, Claire, Function.ReceptionAgent);
        var (claire, campaign) = (await host.CampaignsAsync(Claire), await OpenedAsync(host, Yann, ACampaign(host)));
        await claire.AnswerCampaignAsync(Sheet(campaign.Name, 1, 0, "Du temps"));

        await (await host.ProfessionalsAsync(Claire)).EraseProfessionalAsync(new() { Name = "professionals/me", RequestId = NewId() });
        Assert.DoesNotContain(await CellsAsync(host), cell => cell.Contains("Du temps", StringComparison.Ordinal) || cell.StartsWith("answer", StringComparison.Ordinal));
        Assert.Equal("NOT_ALLOWED", await ReasonAsync(claire.AnswerCampaignAsync(Sheet(campaign.Name, 1))));
        await ClaimAsync(host, Claire, Function.ReceptionAgent);
        await claire.AnswerCampaignAsync(Sheet(campaign.Name, 2));
        Assert.Equal(1, (await ClosedAsync(host, Yann, campaign.Name)).Answers);
        await host.DisposeAsync();
    }

    [Theory, OnEveryProvider]
    public async Task Time_closes_it_after_its_last_day_or_the_day_it_was_moved_to(DatabaseProvider provider)
    {
        var (host, clock) = await StartedAsync(provider);
        await ClaimAsync(host, Claire, Function.ReceptionAgent);
        var (claire, yann, campaign) = (await host.CampaignsAsync(Claire), await host.CampaignsAsync(Yann), await OpenedAsync(host, Yann, ACampaign(host)));
        await claire.AnswerCampaignAsync(Sheet(campaign.Name, 1));
        var longer = new Campaign(campaign) { EndDate = FrenchDay.Of(clock.GetUtcNow()).AddDays(15).ToDate() };
        longer = await yann.UpdateCampaignAsync(new() { Campaign = longer, RequestId = NewId() });
        longer.Title = "Autre";
        Assert.Equal("CAMPAIGN_OPENED", await ReasonAsync(yann.UpdateCampaignAsync(new() { Campaign = longer, RequestId = NewId() })));

        clock.Advance(TimeSpan.FromDays(15));
        await claire.AnswerCampaignAsync(Sheet(campaign.Name, 2));
        clock.Advance(TimeSpan.FromDays(1));
        // Before the timer, too, nobody answers any more.
        Assert.Equal("CAMPAIGN_NOT_OPEN", await ReasonAsync(claire.AnswerCampaignAsync(Sheet(campaign.Name, 3))));
        var closed = await Eventually.GetAsync(
            async () =>
            {
                // The runner sleeps by the same clock.
                clock.Advance(TimeSpan.FromSeconds(6));
                return await yann.GetCampaignAsync(new() { Name = campaign.Name });
            }, seen => seen.State == Campaign.Types.State.Closed);

        Assert.Equal(1, closed.Answers);
        Assert.Contains("niveau  1: 0 0 1 0", Lines(await yann.GetCampaignResultsAsync(new() { Name = campaign.Name })));
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Nobody_answers_for_another_function_before_its_days_or_without_a_record()
    {
        var (host, clock) = await StartedAsync(DatabaseProvider.Sqlite);
        var (claire, karim) = (await host.CampaignsAsync(Claire), await host.CampaignsAsync(Karim));
        var forOthers = ACampaign(host);
        forOthers.Functions.Add([Function.Librarian, Function.HeadOfUnit]);
        var later = ACampaign(host);
        later.StartDate = FrenchDay.Of(clock.GetUtcNow()).AddDays(2).ToDate();
        var (draft, others, soon) = (await CreatedAsync(host, Yann, ACampaign(host)), await OpenedAsync(host, Yann, forOthers), await OpenedAsync(host, Yann, later));

        Assert.Empty((await claire.ListMyCampaignsAsync(new())).Campaigns);
        Assert.Equal("NOT_ALLOWED", await ReasonAsync(claire.AnswerCampaignAsync(Sheet(soon.Name, 1))));
        await ClaimAsync(host, Claire, Function.ReceptionAgent);
        await ClaimAsync(host, Karim, Function.Librarian);
        Assert.Empty((await claire.ListMyCampaignsAsync(new())).Campaigns);
        Assert.Equal("CAMPAIGN_NOT_OPEN", await ReasonAsync(claire.AnswerCampaignAsync(Sheet(soon.Name, 1))));
        Assert.Equal("CAMPAIGN_NOT_FOR_FUNCTION", await ReasonAsync(claire.AnswerCampaignAsync(Sheet(others.Name, 1))));
        Assert.Equal("NOT_ALLOWED", await ReasonAsync(claire.GetMyCampaignAsync(new() { Name = others.Name })));
        Assert.Equal("NOT_ALLOWED", await ReasonAsync(claire.AnswerCampaignAsync(Sheet(draft.Name, 1))));
        Assert.Equal("NOT_ALLOWED", await ReasonAsync(karim.AnswerCampaignAsync(Sheet(others.Name, 1))));
        Assert.Equal("CAMPAIGN_NOT_OPEN", await ReasonAsync((await host.CampaignsAsync(Yann)).CloseCampaignAsync(new() { Name = draft.Name, RequestId = NewId() })));
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_an_answer_is_said_at_once()
    {
        var (host, _) = await StartedAsync(DatabaseProvider.Sqlite);
        await ClaimAsync(host, Claire, Function.ReceptionAgent);
        var (claire, campaign) = (await host.CampaignsAsync(Claire), await OpenedAsync(host, Yann, ACampaign(host)));

        Assert.Equal(["answers[0].text", "answers[1].text", "request_id"], await FieldsAsync(claire.AnswerCampaignAsync(new()
        {
            Name = campaign.Name, RequestId = "x", Answers = { new Answer { Question = "aide", Text = new('x', 100_000) }, new Answer { Question = "format", Text = "2 69 05 49 588 157 80" } },
        })));
        Assert.Equal(["answers", "answers[0].choices", "answers[1].question", "answers[2].question", "answers[3].text"], await FieldsAsync(claire.AnswerCampaignAsync(new()
        {
            Name = campaign.Name, RequestId = NewId(),
            Answers = { new Answer { Question = "format", Choices = { 7 } }, new Answer { Question = "cadre", Choices = { 1 } }, new Answer { Question = "inconnue" }, new Answer { Question = "freins", Text = "non" } },
        })));
        Assert.Equal(["answers"], await FieldsAsync(claire.AnswerCampaignAsync(new() { Name = campaign.Name, RequestId = NewId(), Answers = { new Answer { Question = "aide" }, new Answer { Question = "aide" } } })));
        Assert.Equal(0, await host.ReadAsync(db => db.CampaignAnswers.CountAsync()));
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_campaign_is_said_at_once()
    {
        var (host, _) = await StartedAsync(DatabaseProvider.Sqlite);
        var yann = await host.CampaignsAsync(Yann);
        var campaign = ACampaign(host);
        campaign.Title = "";
        campaign.Introduction = new('x', 100_000);
        campaign.EndDate = FrenchDay.Of(host.Clock.GetUtcNow()).AddDays(-1).ToDate();
        campaign.Functions.Add(Function.Librarian);
        campaign.Questions.Clear();
        campaign.Questions.Add([
            new Question { Key = "a", Text = "?", Kind = Question.Types.Kind.OneOf, Options = { "seule" } },
            new Question { Key = "a", Kind = Question.Types.Kind.Level, Options = { "x" }, Functions = { Function.ReceptionAgent } },
            new Question { Key = "B!", Text = "?", Kind = Question.Types.Kind.Text, Skill = SkillName },
            new Question { Key = "d", Text = "?" },
        ]);

        Assert.Equal(
            [
                "campaign.end_date", "campaign.introduction", "campaign.questions", "campaign.questions[0].options", "campaign.questions[1].functions", "campaign.questions[1].options", "campaign.questions[1].text",
                "campaign.questions[2].key", "campaign.questions[2].skill", "campaign.questions[3].kind", "campaign.title", "request_id",
            ],
            (await FieldsAsync(yann.CreateCampaignAsync(new() { Campaign = campaign, RequestId = "x" }))));
        var empty = ACampaign(host);
        empty.Questions.Clear();
        var draft = await CreatedAsync(host, Yann, empty);
        Assert.Equal("CAMPAIGN_WITHOUT_QUESTION", await ReasonAsync(yann.OpenCampaignAsync(new() { Name = draft.Name, RequestId = NewId() })));
        var unknown = ACampaign(host);
        unknown.Questions[0].Skill = "skills/none";
        Assert.Equal("SKILL_NOT_FOUND", await ReasonAsync(yann.CreateCampaignAsync(new() { Campaign = unknown, RequestId = NewId() })));
        Assert.Equal("STALE_ETAG", await ReasonAsync(yann.UpdateCampaignAsync(new() { Campaign = new(draft) { Etag = "\"9\"", Title = "Autre" }, RequestId = NewId() })));
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Lists_go_page_by_page_the_one_that_ends_last_first()
    {
        var (host, clock) = await StartedAsync(DatabaseProvider.Sqlite);
        await ClaimAsync(host, Claire, Function.ReceptionAgent);
        for (var days = 1; days <= 3; days++)
        {
            var campaign = ACampaign(host);
            (campaign.Title, campaign.EndDate) = ($"{days} jours", FrenchDay.Of(clock.GetUtcNow()).AddDays(days).ToDate());
            await OpenedAsync(host, Yann, campaign);
        }
        var (claire, yann) = (await host.CampaignsAsync(Claire), await host.CampaignsAsync(Yann));

        var first = await yann.ListCampaignsAsync(new() { PageSize = 2 });
        var second = await yann.ListCampaignsAsync(new() { PageSize = 2, PageToken = first.NextPageToken });
        Assert.Equal(["3 jours", "2 jours", "1 jours"], first.Campaigns.Concat(second.Campaigns).Select(campaign => campaign.Title));
        var mine = await claire.ListMyCampaignsAsync(new() { PageSize = 2 });
        var rest = await claire.ListMyCampaignsAsync(new() { PageSize = 2, PageToken = mine.NextPageToken });
        Assert.Equal(["1 jours", "2 jours", "3 jours"], mine.Campaigns.Concat(rest.Campaigns).Select(campaign => campaign.Campaign.Title));
        Assert.Equal(("", ""), (second.NextPageToken, rest.NextPageToken));
        Assert.Equal("INVALID_PAGE_TOKEN", await ReasonAsync(yann.ListCampaignsAsync(new() { PageToken = mine.NextPageToken })));
        await host.DisposeAsync();
    }

    private static async Task<string> ReasonAsync<T>(AsyncUnaryCall<T> call) => ErrorInfoOf(await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync)).Reason;

    private static async Task<IEnumerable<string>> FieldsAsync<T>(AsyncUnaryCall<T> call) =>
        DetailOf<Google.Rpc.BadRequest>(await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync)).FieldViolations.Select(violation => violation.Field).Order(StringComparer.Ordinal);
}
