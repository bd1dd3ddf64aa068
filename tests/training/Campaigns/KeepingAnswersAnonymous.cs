using System.Text.Json;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Reseau.Hosting.Log;
using Reseau.Testing.Databases;
using Reseau.Testing.Hosts;
using Reseau.Training.Domain.Campaigns;
using Reseau.Training.Tests.Figures;
using Reseau.Training.V1;
using Reseau.Training.Views;
using static Reseau.Testing.Contracts.EveryMethod;
using static Reseau.Training.Tests.Campaigns.Asking;
using static Reseau.Training.Tests.Rpc.Network;
using Campaign = Reseau.Training.V1.Campaign;
using DomainFunction = Reseau.Training.Domain.Professionals.Function;

namespace Reseau.Training.Tests.Campaigns;

/// <summary>What nobody may learn of who answered what, whatever they may read.</summary>
public sealed class KeepingAnswersAnonymous
{
    private static readonly string[] Accounts = [Claire, Yann, Karim, Nadia, Paul, "ines.mairie", "marc.cdas", "lea.ml"];

    [Theory, OnEveryProvider]
    public async Task Whoever_of_two_answered_what_the_database_says_the_same(DatabaseProvider provider)
    {
        var (one, other) = (await WorldAsync(provider, swapped: false), await WorldAsync(provider, swapped: true));

        Assert.Equal(one, other);
        Assert.Contains(one, cell => cell.Contains("Le temps", StringComparison.Ordinal));
        Assert.Equal(2, one.Count(cell => cell.StartsWith("mark", StringComparison.Ordinal)));
    }

    [Theory, OnEveryProvider]
    public async Task Of_an_answer_nothing_is_kept_but_counts_words_and_that_it_was_given(DatabaseProvider provider)
    {
        var (host, _) = await StartedAsync(provider);
        var names = new List<string>();
        foreach (var account in Accounts) names.Add((await ClaimAsync(host, account, Function.ReceptionAgent)).Name);
        var campaign = await OpenedAsync(host, Sofia, ACampaign(host, network: true, anonymous: true));
        var before = await CellsAsync(host);

        foreach (var (place, account) in Accounts.Index())
            await (await host.CampaignsAsync(account)).AnswerCampaignAsync(Sheet(campaign.Name, place % 4, place % 3, $"Mot {place}"));
        var added = (await CellsAsync(host)).Except(before).ToList();

        // Neither an event nor a remembered request: both say who and when.
        Assert.Empty(added.Where(cell => cell.StartsWith("event", StringComparison.Ordinal) || cell.StartsWith("request", StringComparison.Ordinal) || cell.StartsWith("answer", StringComparison.Ordinal)));
        Assert.DoesNotContain(added, cell => names.Exists(name => cell.Contains(name, StringComparison.Ordinal)));
        var subjects = await host.ReadAsync(db => db.Professionals.Select(row => row.Subject!).ToListAsync());
        Assert.DoesNotContain(added, cell => subjects.Exists(subject => cell.Contains(subject, StringComparison.Ordinal)));
        // Each institution has one or two of them: which one is not kept.
        Assert.All(added.Where(cell => cell.StartsWith("count", StringComparison.Ordinal)), cell => Assert.Contains($"{campaign.Name}  ", cell, StringComparison.Ordinal));
        Assert.Equal(8, added.Count(cell => cell.StartsWith("mark", StringComparison.Ordinal)));
        // What was written is there, once, and on nothing else that says anything.
        var texts = await host.ReadAsync(db => db.CampaignTexts.OrderBy(row => row.Place).Select(row => row.Text).ToListAsync());
        Assert.Equal(Enumerable.Range(0, 8).Select(place => $"Mot {place}"), texts.Order(StringComparer.Ordinal));

        await ClosedAsync(host, Sofia, campaign.Name);
        Assert.Equal(0, await host.ReadAsync(db => db.CampaignMarks.CountAsync()));
        var results = await (await host.CampaignsAsync(Sofia)).GetCampaignResultsAsync(new() { Name = campaign.Name });
        Assert.Equal(8, results.Answers);
        // Two of each level and three of each way are few; all eight chose both reasons. There is one row, of those whose institution is not kept, and the total.
        Assert.Equal(
            ["niveau  8: -1 -1 -1 -1", "niveau  8: -1 -1 -1 -1", "format  8: -1 -1 -1", "format  8: -1 -1 -1", "freins  8: 8 8", "freins  8: 8 8", "aide  8: ", "aide  8: ", "cadre  0: 0 0 0 0"], Lines(results));
        Assert.Equal(8, (await (await host.CampaignsAsync(Sofia)).ListCampaignTextsAsync(new() { Name = campaign.Name, Question = "aide" })).Texts.Count);
        // A head is told nothing of two of theirs, not even that they are two.
        var own = await (await host.CampaignsAsync(Yann)).GetCampaignResultsAsync(new() { Name = campaign.Name });
        Assert.Equal(-1, own.Answers);
        Assert.All(own.Questions, question => Assert.Equal((0, -1), (question.Rows.Count, question.Total.Answers)));
        await host.DisposeAsync();
    }

    [Theory, OnEveryProvider]
    public async Task An_anonymous_answer_is_given_once_and_its_retry_is_recognised_without_what_it_said(DatabaseProvider provider)
    {
        var (host, _) = await StartedAsync(provider);
        await ClaimAsync(host, Claire, Function.ReceptionAgent);
        var (claire, campaign) = (await host.CampaignsAsync(Claire), await OpenedAsync(host, Yann, ACampaign(host, anonymous: true)));
        var sheet = Sheet(campaign.Name, 1, 0, "Du temps");

        var first = await claire.AnswerCampaignAsync(sheet);
        Assert.Equal((true, 0), (first.Answered, first.Answers.Count));
        var kept = await CellsAsync(host);
        Assert.Equal(first, await claire.AnswerCampaignAsync(sheet));
        Assert.Equal("CAMPAIGN_ANSWERED", await ReasonAsync(claire.AnswerCampaignAsync(Sheet(campaign.Name, 2))));
        // Who takes another record, or has theirs erased, has answered all the same.
        await (await host.ProfessionalsAsync(Claire)).EraseProfessionalAsync(new() { Name = "professionals/me", RequestId = NewId() });
        await ClaimAsync(host, Claire, Function.ReceptionAgent);
        Assert.Equal("CAMPAIGN_ANSWERED", await ReasonAsync(claire.AnswerCampaignAsync(Sheet(campaign.Name, 2))));
        Assert.Equal(kept.Where(IsOfAnswers), (await CellsAsync(host)).Where(IsOfAnswers));
        Assert.Empty((await claire.GetMyCampaignAsync(new() { Name = campaign.Name })).Answers);
        Assert.True(Assert.Single((await claire.ListMyCampaignsAsync(new())).Campaigns).Answered);
        await host.DisposeAsync();
    }

    [Theory, OnEveryProvider]
    public async Task Ten_presses_at_once_are_one_answer(DatabaseProvider provider)
    {
        var (host, _) = await StartedAsync(provider);
        await ClaimAsync(host, Claire, Function.ReceptionAgent);
        var (claire, campaign) = (await host.CampaignsAsync(Claire), await OpenedAsync(host, Yann, ACampaign(host, anonymous: true)));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            try
            {
                await claire.AnswerCampaignAsync(Sheet(campaign.Name, 1));
                return "";
            }
            catch (RpcException refused)
            {
                return ErrorInfoOf(refused).Reason;
            }
        }));

        Assert.Equal(["", .. Enumerable.Repeat("CAMPAIGN_ANSWERED", 9)], outcomes.Order(StringComparer.Ordinal));
        Assert.Equal(1, (await ClosedAsync(host, Yann, campaign.Name)).Answers);
        await host.DisposeAsync();
    }

    [Theory, OnEveryProvider]
    public async Task A_group_that_many_share_is_kept_and_told_from_five_who_answered(DatabaseProvider provider)
    {
        var (host, _) = await StartedAsync(provider);
        // Seven reception agents and six librarians of ccas-rennes, of whom only Claire has an account here.
        await Records.AddAsync(host, [.. Several(6, DomainFunction.ReceptionAgent), .. Several(6, DomainFunction.Librarian)]);
        await ClaimAsync(host, Claire, Function.ReceptionAgent);
        await ClaimAsync(host, Yann, Function.HeadOfUnit);
        var campaign = await OpenedAsync(host, Yann, ACampaign(host, anonymous: true));

        await (await host.CampaignsAsync(Claire)).AnswerCampaignAsync(Sheet(campaign.Name, 1));
        await (await host.CampaignsAsync(Yann)).AnswerCampaignAsync(Sheet(campaign.Name, 3));
        // The head is one: with them go the librarians, so that they are not who is left.
        Assert.Equal(["", "RECEPTION_AGENT"], await KeysAsync(host));
        // When it closes, one of each kind answered: they are put together.
        await ClosedAsync(host, Yann, campaign.Name);
        Assert.Equal([""], await KeysAsync(host));
        Assert.Equal(-1, (await (await host.CampaignsAsync(Yann)).GetCampaignResultsAsync(new() { Name = campaign.Name })).Answers);
        Assert.Empty((await (await host.CampaignsAsync(Yann)).ListCampaignTextsAsync(new() { Name = campaign.Name, Question = "aide" })).Texts);
        await host.DisposeAsync();
    }

    [Theory, OnEveryProvider]
    public async Task A_campaign_of_the_network_with_names_tells_each_institution_its_own_and_others_from_five(DatabaseProvider provider)
    {
        var (host, _) = await StartedAsync(provider);
        var campaign = await OpenedAsync(host, Sofia, ACampaign(host, network: true));
        await GivenAsync(host, campaign, ("ccas-rennes", "RECEPTION_AGENT", 6, 1), ("ccas-rennes", "LIBRARIAN", 2, 0), ("caf-35", "RECEPTION_AGENT", 9, 1), ("caf-35", "RECEPTION_AGENT", 8, 2), ("ville-rennes", "LIBRARIAN", 3, 0));

        Assert.Equal(28, (await ClosedAsync(host, Sofia, campaign.Name)).Answers);

        async Task<IEnumerable<string>> LevelsAsync(string account, FigureRows rows) =>
            Lines(await (await host.CampaignsAsync(account)).GetCampaignResultsAsync(new() { Name = campaign.Name, Rows = rows })).Where(line => line.StartsWith("niveau", StringComparison.Ordinal));
        // The three of the town are few, and the next smallest goes with them.
        Assert.Equal(["niveau institutions/caf-35 17: 0 9 8 0", "niveau institutions/ccas-rennes -1: -1 -1 -1 -1", "niveau institutions/ville-rennes -1: -1 -1 -1 -1", "niveau  28: -1 -1 8 0"], await LevelsAsync(Sofia, FigureRows.Institution));
        Assert.Equal(["niveau LIBRARIAN 2: 2 0 0 0", "niveau RECEPTION_AGENT 6: 0 6 0 0", "niveau  8: 2 6 0 0"], await LevelsAsync(Yann, FigureRows.Function));
        Assert.Equal(["niveau institutions/caf-35 17: 0 9 8 0", "niveau  17: 0 9 8 0"], await LevelsAsync(Nadia, FigureRows.Institution));
        await host.DisposeAsync();
    }

    private static bool IsOfAnswers(string cell) => !cell.StartsWith("event", StringComparison.Ordinal) && !cell.StartsWith("request", StringComparison.Ordinal);

    // Two answer, in the same order; which of them says what is all that differs.
    private static async Task<List<string>> WorldAsync(DatabaseProvider provider, bool swapped)
    {
        var (host, _) = await StartedAsync(provider);
        foreach (var account in (string[])[Claire, Karim]) await ClaimAsync(host, account, Function.ReceptionAgent);
        var campaign = await OpenedAsync(host, Sofia, ACampaign(host, network: true, anonymous: true));
        var (first, second) = swapped ? (Karim, Claire) : (Claire, Karim);
        foreach (var (account, sheet) in (((string, AnswerCampaignRequest)[])[(first, Sheet(campaign.Name, 3, 2, "Le temps")), (second, Sheet(campaign.Name, 0))]).OrderBy(one => one.Item1, StringComparer.Ordinal))
            await (await host.CampaignsAsync(account)).AnswerCampaignAsync(sheet);
        var cells = (await CellsAsync(host)).Where(IsOfAnswers)
            // A mark says who, its request id which call; neither has anything to do with what was said.
            .Select(cell => cell.StartsWith("mark", StringComparison.Ordinal) ? "mark" : cell.Replace(campaign.Name, "campaign", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        await host.DisposeAsync();
        return cells;
    }

    private static IEnumerable<(string Stream, object[] Events)> Several(int count, DomainFunction function) =>
        Enumerable.Range(0, count).Select(_ => Records.Professional("ccas-rennes", function, ["structures/ccas-rennes-siege"]));

    private static Task<List<string>> KeysAsync(TrainingHost host) =>
        host.ReadAsync(db => db.CampaignCounts.Where(row => row.Kind == GroupKind.Function).Select(row => row.Key).Distinct().OrderBy(key => key).ToListAsync());

    // As many answers with names as if so many people had given them.
    private static Task<int> GivenAsync(TrainingHost host, Campaign campaign, params (string Institution, string Function, int Persons, int Level)[] groups) =>
        host.Services.GetRequiredService<ILogWriter<TrainingDb>>().WriteAsync((db, cancellation) =>
        {
            foreach (var group in groups)
            {
                db.CampaignAnswers.AddRange(Enumerable.Range(0, group.Persons).Select(_ => new CampaignAnswerRow
                {
                    Campaign = campaign.Name, Mark = NewId(), Professional = $"professionals/{NewId()}",
                    WorksAt = JsonSerializer.Serialize(new AnsweringGroup(group.Institution, group.Function, ["structures/siege"]), JsonSerializerOptions.Web),
                    Body = JsonSerializer.Serialize<GivenAnswer[]>([new("niveau", [group.Level], "")], JsonSerializerOptions.Web),
                }));
            }
            return db.SaveChangesAsync(cancellation);
        }, CancellationToken.None);

    private static async Task<string> ReasonAsync<T>(AsyncUnaryCall<T> call) => ErrorInfoOf(await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync)).Reason;
}
