using Grpc.Core;
using Reseau.Testing.Databases;
using Reseau.Training.Tests.Campaigns;
using Reseau.Training.V1;
using static Reseau.Testing.Contracts.EveryMethod;
using static Reseau.Training.Tests.Needs.Needing;
using static Reseau.Training.Tests.Rpc.Network;

namespace Reseau.Training.Tests.Needs;

/// <summary>A need through the service, from what revealed it to what answers it.</summary>
public sealed class RaisingANeed
{
    [Theory, OnEveryProvider]
    public async Task A_need_is_raised_put_right_answered_by_a_plan_and_met(DatabaseProvider provider)
    {
        var (host, _) = await StartedAsync(provider);
        var (yann, sofia, nadia) = (await host.NeedsAsync(Yann), await host.NeedsAsync(Sofia), await host.NeedsAsync(Nadia));
        Assert.Equal("SKILL_NOT_FOUND", await ReasonAsync(yann.RaiseNeedAsync(new() { Need = new(ANeed()) { Skill = "skills/none" }, RequestId = NewId() })));
        var request = new RaiseNeedRequest { Need = ANeed(), RequestId = NewId() };
        var raised = await yann.RaiseNeedAsync(request);
        Assert.Equal(raised, await yann.RaiseNeedAsync(request));
        Assert.Equal((Need.Types.State.Open, "institutions/ccas-rennes", SkillName, 12), (raised.State, raised.Institution, raised.Skill, raised.Persons));
        Assert.Equal("NOT_ALLOWED", await ReasonAsync(nadia.GetNeedAsync(new() { Name = raised.Name })));
        Assert.Equal("NOT_ALLOWED", await ReasonAsync(sofia.UpdateNeedAsync(new() { Need = raised, RequestId = NewId() })));
        var changed = await yann.UpdateNeedAsync(new() { Need = new(raised) { Title = "Autre chose", Persons = 3 }, RequestId = NewId() });
        Assert.Equal((Need.SubjectOneofCase.Title, "Autre chose", 3), (changed.SubjectCase, changed.Title, changed.Persons));
        // Three are few, to whoever is not of the institution.
        Assert.Equal((-1, -1), ((await sofia.GetNeedAsync(new() { Name = raised.Name })).Persons, Assert.Single((await sofia.ListNeedsAsync(new())).Needs).Persons));
        Assert.Equal("STALE_ETAG", await ReasonAsync(yann.MeetNeedAsync(new() { Name = raised.Name, Etag = raised.Etag, RequestId = NewId() })));

        Assert.Equal("PLAN_HAS_NO_ANSWER", await ReasonAsync(sofia.PlanNeedAsync(new() { Name = raised.Name, Plan = PlanName, Goal = GoalKey, RequestId = NewId() })));
        await PublishedAsync(host);
        Assert.Equal("PLAN_HAS_NO_ANSWER", await ReasonAsync(sofia.PlanNeedAsync(new() { Name = raised.Name, Plan = PlanName, Course = "courses/none", RequestId = NewId() })));
        Assert.Equal("NOT_ALLOWED", await ReasonAsync(nadia.PlanNeedAsync(new() { Name = raised.Name, Plan = PlanName, Goal = GoalKey, RequestId = NewId() })));
        var planned = await sofia.PlanNeedAsync(new() { Name = raised.Name, Etag = changed.Etag, Plan = PlanName, Goal = GoalKey, RequestId = NewId() });
        Assert.Equal((Need.Types.State.Planned, PlanName, GoalKey, ""), (planned.State, planned.Plan, planned.Goal, planned.Course));
        Assert.Equal(planned.Etag, (await yann.PlanNeedAsync(new() { Name = raised.Name, Plan = PlanName, Goal = GoalKey, RequestId = NewId() })).Etag);
        Assert.Equal(raised.Name, Assert.Single((await sofia.ListNeedsAsync(new() { Plan = PlanName })).Needs).Name);
        Assert.Equal(1, (await (await host.PlansAsync(Claire)).GetPlanAsync(new() { Name = PlanName })).NeedsAnswered);

        var met = await yann.MeetNeedAsync(new() { Name = raised.Name, RequestId = NewId() });
        Assert.Equal((Need.Types.State.Met, PlanName), (met.State, met.Plan));
        Assert.Equal("NEED_ENDED", await ReasonAsync(yann.SetNeedAsideAsync(new() { Name = raised.Name, Reason = "Non", RequestId = NewId() })));
        Assert.Empty((await yann.ListNeedsAsync(new())).Needs);
        Assert.Single((await yann.ListNeedsAsync(new() { States = { Need.Types.State.Met } })).Needs);
        await host.DisposeAsync();
    }

    [Theory, OnEveryProvider]
    public async Task A_need_links_to_what_revealed_it_and_the_referrals_are_counted_not_believed(DatabaseProvider provider)
    {
        var (host, clock) = await StartedAsync(provider);
        await HearAsync(host, [.. Refused(3, "ccas-rennes", Theme, clock.GetUtcNow(), "hors-périmètre"), .. Refused(1, "ccas-rennes", Theme, clock.GetUtcNow(), "hors-territoire"), .. Refused(9, "caf-35", Theme, clock.GetUtcNow(), "hors-périmètre")]);
        var (own, draft, others) = (
            await Asking.OpenedAsync(host, Yann, Asking.ACampaign(host)), await Asking.CreatedAsync(host, Yann, Asking.ACampaign(host)), await Asking.OpenedAsync(host, Nadia, Asking.ACampaign(host)));
        var need = ANeed();
        need.RevealedBy.Add([
            new NeedOrigin { Manager = new() },
            new NeedOrigin { Campaign = new() { Campaign = own.Name, Question = "niveau" } },
            new NeedOrigin { Referrals = new() { Theme = Theme, Referrals = 4000 } },
            new NeedOrigin { Referrals = new() { Theme = Theme, Kind = SignalKind.OutOfScope } },
            new NeedOrigin { Searches = new() { Theme = Other, Commune = "35238", Searches = 34 } },
        ]);

        var raised = await RaisedAsync(host, Yann, need);
        Assert.Equal([0, 0, 4, 3, 0], raised.RevealedBy.Select(origin => origin.Referrals?.Referrals ?? 0));
        Assert.Equal([0, 0, -1, -1, 0], (await (await host.NeedsAsync(Sofia)).GetNeedAsync(new() { Name = raised.Name })).RevealedBy.Select(origin => origin.Referrals?.Referrals ?? 0));
        Assert.Equal(("niveau", "35238", 34), (raised.RevealedBy[1].Campaign.Question, raised.RevealedBy[4].Searches.Commune, raised.RevealedBy[4].Searches.Searches));
        // What was shown is sent back as it was, and that is no change.
        Assert.Equal(raised.Etag, (await (await host.NeedsAsync(Yann)).UpdateNeedAsync(new() { Need = raised, RequestId = NewId() })).Etag);
        foreach (var (campaign, question, reason) in ((string, string, string)[])[(draft.Name, "", "CAMPAIGN_NOT_FOUND"), (others.Name, "", "CAMPAIGN_NOT_FOUND"), (own.Name, "autre", "QUESTION_NOT_FOUND")])
        {
            var wrong = ANeed();
            wrong.RevealedBy.Add(new NeedOrigin { Campaign = new() { Campaign = campaign, Question = question } });
            Assert.Equal(reason, await ReasonAsync((await host.NeedsAsync(Yann)).RaiseNeedAsync(new() { Need = wrong, RequestId = NewId() })));
        }
        await host.DisposeAsync();
    }

    [Theory, OnEveryProvider]
    public async Task Lists_go_by_urgency_page_by_page_and_find_what_is_asked_for(DatabaseProvider provider)
    {
        var (host, clock) = await StartedAsync(provider);
        foreach (var (title, urgency) in ((string, Need.Types.Urgency)[])[("a", Need.Types.Urgency.Low), ("b", Need.Types.Urgency.High), ("c", Need.Types.Urgency.Low), ("d", Need.Types.Urgency.High)])
        {
            await RaisedAsync(host, Yann, new(ANeed()) { Title = title, Urgency = urgency, Functions = { Function.Librarian } });
            clock.Advance(TimeSpan.FromSeconds(1));
        }
        await RaisedAsync(host, Nadia, new() { Theme = Theme, Persons = 9, Urgency = Need.Types.Urgency.Medium });
        var (yann, sofia) = (await host.NeedsAsync(Yann), await host.NeedsAsync(Sofia));

        List<string> seen = [];
        for (var token = ""; ;)
        {
            var page = await sofia.ListNeedsAsync(new() { PageSize = 2, PageToken = token });
            Assert.InRange(page.Needs.Count, 1, 2);
            seen.AddRange(page.Needs.Select(need => need.Title + need.Theme));
            if ((token = page.NextPageToken).Length == 0) break;
        }
        Assert.Equal(["d", "b", Theme, "c", "a"], seen);
        Assert.Equal(4, (await yann.ListNeedsAsync(new())).Needs.Count);
        Assert.Empty((await yann.ListNeedsAsync(new() { Institution = "institutions/caf-35" })).Needs);
        Assert.Equal(Theme, Assert.Single((await sofia.ListNeedsAsync(new() { Institution = "institutions/caf-35" })).Needs).Theme);
        Assert.Equal(Theme, Assert.Single((await sofia.ListNeedsAsync(new() { Subject = Theme })).Needs).Theme);
        Assert.Equal((5, 1), ((await sofia.ListNeedsAsync(new() { Function = Function.Librarian })).Needs.Count, (await sofia.ListNeedsAsync(new() { Function = Function.CaseOfficer })).Needs.Count));
        Assert.Equal("INVALID_PAGE_TOKEN", await ReasonAsync(yann.ListNeedsAsync(new() { PageToken = (await sofia.ListNeedsAsync(new() { PageSize = 1 })).NextPageToken })));

        var figures = await sofia.GetNeedFiguresAsync(new());
        Assert.Equal([" institutions/ccas-rennes 4 0 48", $"{Theme} institutions/caf-35 1 0 9"], figures.Rows.Select(Line));
        Assert.Equal([" LIBRARIAN 4 0 48", " RECEPTION_AGENT 4 0 48"], (await yann.GetNeedFiguresAsync(new() { Rows = FigureRows.Function })).Rows.Select(Line));
        await host.DisposeAsync();

        static string Line(NeedFigureRow row) => $"{row.Subject} {row.Key} {row.Needs} {row.Planned} {row.Persons}";
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_need_is_said_at_once()
    {
        var (host, _) = await StartedAsync(DatabaseProvider.Sqlite);
        var yann = await host.NeedsAsync(Yann);
        var need = new Need { Details = "2 69 05 49 588 157 80", Persons = -1, Functions = { (Function)99 } };
        need.RevealedBy.Add([
            new NeedOrigin(),
            new NeedOrigin { Campaign = new() { Campaign = "x", Question = "!" } },
            new NeedOrigin { Referrals = new() { Theme = "x", Kind = (SignalKind)9, From = new() { Year = 2020, Month = 1, Day = 1 } } },
            new NeedOrigin { Searches = new() { Theme = Theme, Commune = "Rennes", Searches = -3 } },
        ]);

        Assert.Equal(
            [
                "need.details", "need.functions", "need.persons", "need.revealed_by[0]", "need.revealed_by[1].campaign.campaign", "need.revealed_by[1].campaign.question", "need.revealed_by[2].referrals.from",
                "need.revealed_by[2].referrals.kind", "need.revealed_by[2].referrals.theme", "need.revealed_by[3].searches.commune", "need.revealed_by[3].searches.searches", "need.subject", "need.urgency", "request_id",
            ],
            await FieldsAsync(yann.RaiseNeedAsync(new() { Need = need, RequestId = "x" })));
        Assert.Equal(["need.details", "need.theme"], await FieldsAsync(yann.RaiseNeedAsync(new() { Need = new(ANeed()) { Theme = "Numérique", Details = new('x', 100_000) }, RequestId = NewId() })));
        Assert.Equal(["need.title"], await FieldsAsync(yann.RaiseNeedAsync(new() { Need = new(ANeed()) { Title = new('x', 100_000) }, RequestId = NewId() })));
        Assert.Equal(["answer", "name", "plan"], await FieldsAsync(yann.PlanNeedAsync(new() { Name = "x", Plan = "y", RequestId = NewId() })));
        Assert.Equal(["reason"], await FieldsAsync(yann.SetNeedAsideAsync(new() { Name = "needs/x", Reason = " ", RequestId = NewId() })));
        Assert.Equal(["function", "institution", "plan", "states", "subject"], await FieldsAsync(yann.ListNeedsAsync(new() { States = { (Need.Types.State)9 }, Subject = "x", Institution = "y", Function = (Function)99, Plan = "z" })));
        Assert.Equal(["rows"], await FieldsAsync(yann.GetNeedFiguresAsync(new() { Rows = FigureRows.Course })));
        await host.DisposeAsync();
    }

    private static async Task<IEnumerable<string>> FieldsAsync<T>(AsyncUnaryCall<T> call) =>
        DetailOf<Google.Rpc.BadRequest>(await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync)).FieldViolations.Select(violation => violation.Field).Order(StringComparer.Ordinal);
}
