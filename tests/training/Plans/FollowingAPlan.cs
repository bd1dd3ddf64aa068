using Grpc.Core;
using Reseau.Hosting.Contracts;
using Reseau.Kernel.Calendar;
using Reseau.Testing.Databases;
using Reseau.Testing.Hosts;
using Reseau.Training.Tests.Figures;
using Reseau.Training.V1;
using static Reseau.Testing.Contracts.EveryMethod;
using static Reseau.Training.Tests.Rpc.Network;
using Date = Google.Type.Date;
using EnrolmentState = Reseau.Training.Domain.Sessions.EnrolmentState;
using Function = Reseau.Training.Domain.Professionals.Function;

namespace Reseau.Training.Tests.Plans;

/// <summary>A plan through the service: who writes it, who sees it, and what it counts.</summary>
public sealed class FollowingAPlan
{
    private const string Ccas = "ccas-rennes";
    private const string Caf = "caf-35";
    private const string Culture = "skills/culture";
    private const string Aidants = "habilitationRules/essai";
    private const string Pix = "courses/pix";
    private const string Esc1 = "structures/esc-kennedy";
    private const string Esc2 = "structures/esc-champs-manceaux";

    [Theory, OnEveryProvider]
    public async Task A_plan_of_the_network_is_written_published_read_in_versions_and_closed(DatabaseProvider provider)
    {
        var (host, _) = await StartedAsync(provider);
        await KnownAsync(host);
        var (sofia, yann, claire) = (await ClientAsync(host, Sofia), await ClientAsync(host, Yann), await ClientAsync(host, Claire));

        var draft = await sofia.CreatePlanAsync(new() { Plan = Written(host), RequestId = NewId() });
        Assert.Equal((Plan.Types.State.Draft, 1, true, "institutions/rennes-metropole"), (draft.State, draft.Version, draft.Network, draft.Institution));
        Assert.Equal("PLAN_ALREADY_EXISTS", await ReasonAsync(sofia.CreatePlanAsync(new() { Plan = Written(host), RequestId = NewId() })));
        Assert.Equal("NOT_ALLOWED", await ReasonAsync(yann.GetPlanAsync(new() { Name = draft.Name })));
        Assert.Empty((await yann.ListPlansAsync(new())).Plans);
        Assert.Equal(draft.Name, Assert.Single((await sofia.ListPlansAsync(new())).Plans).Name);

        var published = await sofia.PublishPlanAsync(new() { Name = draft.Name, Etag = draft.Etag, RequestId = NewId() });
        Assert.Equal((Plan.Types.State.Published, 1), (published.State, published.Version));
        Assert.Equal("Culture numérique", (await claire.GetPlanAsync(new() { Name = draft.Name })).Title);
        Assert.Equal("NOT_ALLOWED", await ReasonAsync(yann.ClosePlanAsync(new() { Name = draft.Name, RequestId = NewId() })));

        var changed = new Plan(published) { Title = "Culture numérique commune" };
        Assert.Equal(2, (await sofia.UpdatePlanAsync(new() { Plan = changed, RequestId = NewId() })).Version);
        Assert.Equal("STALE_ETAG", await ReasonAsync(sofia.UpdatePlanAsync(new() { Plan = changed, RequestId = NewId() })));
        Assert.Equal(("Culture numérique", 1), (await claire.GetPlanAsync(new() { Name = draft.Name, Version = 1 })) is { } first ? (first.Title, first.Version) : default);
        Assert.Equal("VERSION_NOT_FOUND", await ReasonAsync(claire.GetPlanAsync(new() { Name = draft.Name, Version = 3 })));

        await sofia.ClosePlanAsync(new() { Name = draft.Name, RequestId = NewId() });
        Assert.Equal(Plan.Types.State.Closed, (await claire.GetPlanAsync(new() { Name = draft.Name })).State);
        Assert.Equal("PLAN_CLOSED", await ReasonAsync(sofia.UpdatePlanAsync(new() { Plan = new(changed) { Etag = "" }, RequestId = NewId() })));
        await host.DisposeAsync();
    }

    [Theory, OnEveryProvider]
    public async Task A_plan_of_an_institution_is_its_own_people_s_and_the_network_s_to_read(DatabaseProvider provider)
    {
        var (host, _) = await StartedAsync(provider);
        await KnownAsync(host);
        var (sofia, yann, karim, claire) = (await ClientAsync(host, Sofia), await ClientAsync(host, Yann), await ClientAsync(host, Karim), await ClientAsync(host, Claire));
        var own = Written(host);
        own.Network = false;

        Assert.Equal("NOT_ALLOWED", await ReasonAsync(sofia.CreatePlanAsync(new() { Plan = own, RequestId = NewId() })));
        Assert.Equal("NOT_ALLOWED", await ReasonAsync(yann.CreatePlanAsync(new() { Plan = Written(host), RequestId = NewId() })));
        own.Goals[0].Group.Institutions.Add("institutions/caf-35");
        Assert.Equal("plan.goals[0].group.institutions", Assert.Single(await ViolationsAsync(yann.CreatePlanAsync(new() { Plan = own, RequestId = NewId() }))));
        own.Goals[0].Group.Institutions[0] = "institutions/ccas-rennes";
        var plan = await yann.CreatePlanAsync(new() { Plan = own, RequestId = NewId() });
        own.Goals[0].Group.Institutions[0] = "institutions/caf-35";
        Assert.Equal("plan.goals[0].group.institutions", Assert.Single(await ViolationsAsync(yann.UpdatePlanAsync(new() { Plan = own, RequestId = NewId() }))));
        Assert.Equal("NOT_ALLOWED", await ReasonAsync(claire.GetPlanAsync(new() { Name = plan.Name })));

        await yann.PublishPlanAsync(new() { Name = plan.Name, RequestId = NewId() });
        Assert.Equal([plan.Name, plan.Name, ""], await NamesAsync(claire, sofia, karim));
        Assert.Equal("NOT_ALLOWED", await ReasonAsync(karim.GetPlanAsync(new() { Name = plan.Name })));
        Assert.Equal(plan.Name, (await claire.GetPlanAsync(new() { Name = plan.Name })).Name);
        await host.DisposeAsync();
    }

    [Theory, OnEveryProvider]
    public async Task Progress_is_counted_from_the_records_as_they_are_now(DatabaseProvider provider)
    {
        var (host, clock) = await StartedAsync(provider);
        await KnownAsync(host);
        // Six reception agents at one site, all of them aware; six at another, of whom five; and a librarian.
        await Records.AddAsync(host,
        [
            .. Enumerable.Range(0, 6).Select(_ => Records.Professional(Ccas, Function.ReceptionAgent, [Esc1], Records.Shown(Culture))),
            .. Enumerable.Range(0, 5).Select(_ => Records.Professional(Caf, Function.ReceptionAgent, [Esc2], Records.Shown(Culture))),
            ("professionals/late", [.. Records.Professional(Caf, Function.ReceptionAgent, [Esc2]).Events]),
            Records.Professional(Ccas, Function.Librarian, [Esc1]),
        ]);
        var (sofia, yann) = (await ClientAsync(host, Sofia), await ClientAsync(host, Yann));
        var wanted = Written(host);
        wanted.Goals[0].TargetPercent = 90;
        wanted.Goals[0].EachSite = true;
        wanted.Goals.Add(new Goal
        {
            Key = "aidants", Text = "Un aidant habilité sur deux", Habilitation = Aidants, TargetPercent = 50, DueDate = Day(host, 0), Group = new() { Institutions = { "institutions/ccas-rennes" } },
        });

        var plan = await sofia.CreatePlanAsync(new() { Plan = wanted, RequestId = NewId() });
        Assert.Equal(new GoalProgress { Persons = 12, Reached = 11, SitesReached = 1, Sites = 2 }, plan.Goals[0].Progress);
        Assert.Equal(new GoalProgress { Persons = 7, Reached = 0 }, plan.Goals[1].Progress);

        await Records.AddAsync(host, "professionals/late", 1, Records.Shown(Culture));
        await sofia.PublishPlanAsync(new() { Name = plan.Name, RequestId = NewId() });
        Assert.Equal(new GoalProgress { Persons = 12, Reached = 12, TargetReached = true, SitesReached = 2, Sites = 2 }, (await sofia.GetPlanAsync(new() { Name = plan.Name })).Goals[0].Progress);

        await Records.AddAsync(host, Enumerable.Range(0, 2).Select(_ => Records.Professional(Ccas, Function.Other, [], Records.Given(Aidants, new(2026, 1, 1), null))));
        clock.Advance(TimeSpan.FromDays(2));
        // Two of nine are few to the network, and late is what is said of the goal; the CCAS knows its own people.
        Assert.Equal(new GoalProgress { Suppressed = true, Late = true }, (await sofia.GetPlanAsync(new() { Name = plan.Name })).Goals[1].Progress);
        Assert.Equal(new GoalProgress { Persons = 9, Reached = 2, Late = true }, (await yann.GetPlanAsync(new() { Name = plan.Name })).Goals[1].Progress);
        Assert.Null((await yann.ListPlansAsync(new())).Plans[0].Goals[0].Progress);
        await host.DisposeAsync();
    }

    [Theory, OnEveryProvider]
    public async Task A_course_of_the_plan_counts_its_sessions_and_whom_they_trained_in_the_period(DatabaseProvider provider)
    {
        var (host, clock) = await StartedAsync(provider);
        await KnownAsync(host);
        var now = clock.GetUtcNow();
        await Records.AddAsync(host,
            Records.Session(Pix, now.AddDays(-3), closed: true, 100, [.. Records.Many(6, Caf, EnrolmentState.Attended), .. Records.Many(2, Ccas, EnrolmentState.Attended), .. Records.Many(3, Caf, EnrolmentState.Absent)]),
            Records.Session(Pix, now.AddDays(3), closed: false, 100, Records.Many(4, Ccas, EnrolmentState.Enrolled)),
            Records.Session(Pix, now.AddDays(-400), closed: true, 100, Records.Many(7, Caf, EnrolmentState.Attended)),
            Records.Session("courses/autre", now.AddDays(-3), closed: true, 100, Records.Many(7, Caf, EnrolmentState.Attended)));
        var (sofia, yann, nadia) = (await ClientAsync(host, Sofia), await ClientAsync(host, Yann), await ClientAsync(host, Nadia));
        var wanted = Written(host);
        var plan = await sofia.CreatePlanAsync(new() { Plan = wanted, RequestId = NewId() });
        await sofia.PublishPlanAsync(new() { Name = plan.Name, RequestId = NewId() });

        Assert.Equal((3, 2, 8), Of(await sofia.GetPlanAsync(new() { Name = plan.Name })));
        // To the CAF, two of the CCAS are few; to the CCAS, six of the CAF are not.
        Assert.Equal((3, 2, -1), Of(await nadia.GetPlanAsync(new() { Name = plan.Name })));
        Assert.Equal((3, 2, 8), Of(await yann.GetPlanAsync(new() { Name = plan.Name })));
        await host.DisposeAsync();

        static (int, int, int) Of(Plan plan) => (plan.Courses[0].Sessions, plan.Courses[0].SessionsPlanned, plan.Courses[0].Trained);
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_plan_is_said_at_once()
    {
        var (host, _) = await StartedAsync(DatabaseProvider.Sqlite);
        var plan = new Plan
        {
            Name = "plans/Majuscule", Network = true, StartDate = new() { Year = 2027, Month = 1, Day = 1 }, EndDate = new() { Year = 2033, Month = 1, Day = 1 },
            Goals = { new Goal { Key = "a b", Level = (SkillLevel)9, Habilitation = "x" }, new Goal { Key = "a b", Text = "x", Skill = Culture, TargetPercent = 101, DueDate = new() { Year = 2034, Month = 1, Day = 1 } } },
            Courses = { new PlannedCourse { Course = Pix, Sessions = -1, Goals = { "z" } } },
            Costs = { new PlanMoney { Label = "Poste", Cents = -1 } }, Funders = { new PlanMoney { Cents = 3 } },
            PriorityGroups = { new PlanGroup { Functions = { V1.Function.Unspecified }, Sites = { "esc" } } },
        };

        var wrong = await ViolationsAsync((await ClientAsync(host, Sofia)).CreatePlanAsync(new() { Plan = plan, RequestId = "x" }));

        Assert.Equal(
        [
            "plan.costs[0].cents", "plan.courses[0].goals", "plan.courses[0].sessions", "plan.end_date", "plan.funders", "plan.funders[0].label", "plan.goals",
            "plan.goals[0].due_date", "plan.goals[0].habilitation", "plan.goals[0].key", "plan.goals[0].level", "plan.goals[0].target_percent", "plan.goals[0].text",
            "plan.goals[1].due_date", "plan.goals[1].key", "plan.goals[1].target_percent", "plan.name", "plan.priority_groups[0].functions", "plan.priority_groups[0].sites[0]", "plan.title", "request_id",
        ], wrong.Order(StringComparer.Ordinal));
        await host.DisposeAsync();
    }

    [Theory, OnEveryProvider]
    public async Task Plans_are_listed_page_by_page_the_one_that_ends_last_first(DatabaseProvider provider)
    {
        var (host, _) = await StartedAsync(provider);
        await KnownAsync(host);
        var sofia = await ClientAsync(host, Sofia);
        foreach (var (name, days) in ((string, int)[])[("plans/b", 400), ("plans/a", 400), ("plans/d", 500), ("plans/c", 300)])
        {
            var plan = Written(host);
            (plan.Name, plan.EndDate) = (name, Day(host, days));
            await sofia.CreatePlanAsync(new() { Plan = plan, RequestId = NewId() });
        }

        List<string> seen = [];
        for (var token = ""; ;)
        {
            var page = await sofia.ListPlansAsync(new() { PageSize = 3, PageToken = token });
            seen.AddRange(page.Plans.Select(plan => plan.Name));
            if ((token = page.NextPageToken).Length == 0) break;
        }

        Assert.Equal(["plans/d", "plans/a", "plans/b", "plans/c"], seen);
        await host.DisposeAsync();
    }

    private static Plan Written(TrainingHost host) => new()
    {
        Name = "plans/culture-numerique", Network = true, Title = "Culture numérique", StartDate = Day(host, -30), EndDate = Day(host, 300),
        Goals =
        {
            new Goal
            {
                Key = "sensibiliser", Text = "80 % des agents d'accueil de chaque ESC sensibilisés en juin", Skill = Culture, TargetPercent = 80, DueDate = Day(host, 200),
                Group = new() { Label = "Agents d'accueil", Functions = { V1.Function.ReceptionAgent } },
            },
        },
        Courses = { new PlannedCourse { Course = Pix, Sessions = 3, Goals = { "sensibiliser" } } },
        Costs = { new PlanMoney { Label = "Formation", Cents = 1_000_000 } },
        Funders = { new PlanMoney { Label = "État", Cents = 400_000 }, new PlanMoney { Label = "Métropole", Cents = 600_000 } },
    };

    private static Task KnownAsync(TrainingHost host) => Records.AddAsync(host, Records.Skill(Culture), Records.Rule(Aidants), Records.Course(Pix));

    private static async Task<PlansService.PlansServiceClient> ClientAsync(TrainingHost host, string account) => new(await host.AsAsync(account));

    private static async Task<List<string>> NamesAsync(params PlansService.PlansServiceClient[] clients)
    {
        List<string> names = [];
        foreach (var client in clients) names.Add(string.Join(' ', (await client.ListPlansAsync(new())).Plans.Select(plan => plan.Name)));
        return names;
    }

    private static async Task<string> ReasonAsync<T>(AsyncUnaryCall<T> call) => ErrorInfoOf(await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync)).Reason;

    private static async Task<IEnumerable<string>> ViolationsAsync<T>(AsyncUnaryCall<T> call) =>
        DetailOf<Google.Rpc.BadRequest>(await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync)).FieldViolations.Select(violation => violation.Field);

    private static Date Day(TrainingHost host, int days) => FrenchDay.Of(host.Clock.GetUtcNow()).AddDays(days).ToDate();
}
