using Reseau.Kernel;
using Reseau.Training.Domain.Needs;
using Reseau.Training.Domain.Plans;

namespace Reseau.Training.Tests.Needs;

/// <summary>Decisions about a need, without a database.</summary>
public sealed class MovingANeed
{
    private const string Name = "needs/one";
    private const string Ccas = "ccas-rennes";
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly NeedContent Content = new() { Skill = "skills/culture", Persons = 12, Urgency = Urgency.High };
    private static readonly NeedPlanned ByGoal = new("plans/commun", "sensibiliser", "");
    private static readonly NeedPlanned ByCourse = new("plans/commun", "", "courses/pix");

    private static readonly NamedByNeed Known = new(
        new HashSet<string>(StringComparer.Ordinal) { "skills/culture" },
        new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal) { ["campaigns/one"] = new HashSet<string>(StringComparer.Ordinal) { "offre" } });

    [Theory]
    [InlineData(NeedState.Open, "", "", "", "")]
    [InlineData(NeedState.Planned, "", "", "", "")]
    [InlineData(NeedState.Met, "NEED_ENDED", "NEED_ENDED", "", "NEED_ENDED")]
    [InlineData(NeedState.SetAside, "NEED_ENDED", "NEED_ENDED", "NEED_ENDED", "")]
    public void A_need_that_has_ended_does_not_change(NeedState state, string revise, string plan, string meet, string setAside)
    {
        var need = In(state);

        Assert.Equal((revise, plan, meet, setAside), (
            Reason(NeedDecider.Revise(need, Content with { Persons = 3 }, Known)), Reason(NeedDecider.Plan(need, Plan(), ByGoal)), Reason(NeedDecider.Meet(need)), Reason(NeedDecider.SetAside(need, "Non"))));
    }

    [Fact]
    public void What_is_asked_for_twice_happens_once()
    {
        Assert.Empty(NeedDecider.Revise(In(NeedState.Open), Content, Known).EventsOrThrow());
        Assert.Empty(NeedDecider.Plan(In(NeedState.Planned), Plan(), ByGoal).EventsOrThrow());
        Assert.Empty(NeedDecider.Meet(In(NeedState.Met)).EventsOrThrow());
        Assert.Empty(NeedDecider.SetAside(In(NeedState.SetAside), "Autre raison").EventsOrThrow());
    }

    [Fact]
    public void What_answers_it_may_change_from_a_goal_to_a_course()
    {
        var planned = After(In(NeedState.Planned), NeedDecider.Plan(In(NeedState.Planned), Plan(), ByCourse));

        Assert.Equal((NeedState.Planned, "plans/commun", "", "courses/pix"), (planned.State, planned.Plan, planned.Goal, planned.Course));
    }

    [Theory]
    [InlineData(PlanState.Published, true, "rennes-metropole", "sensibiliser", "", "")]
    [InlineData(PlanState.Published, true, "rennes-metropole", "", "courses/pix", "")]
    [InlineData(PlanState.Published, false, Ccas, "sensibiliser", "", "")]
    [InlineData(PlanState.Published, false, "caf-35", "sensibiliser", "", "PLAN_HAS_NO_ANSWER")]
    [InlineData(PlanState.Published, true, "rennes-metropole", "autre", "", "PLAN_HAS_NO_ANSWER")]
    [InlineData(PlanState.Published, true, "rennes-metropole", "", "courses/autre", "PLAN_HAS_NO_ANSWER")]
    [InlineData(PlanState.Draft, true, "rennes-metropole", "sensibiliser", "", "PLAN_HAS_NO_ANSWER")]
    [InlineData(PlanState.Closed, true, "rennes-metropole", "sensibiliser", "", "PLAN_HAS_NO_ANSWER")]
    public void Only_a_published_plan_of_the_network_or_of_its_institution_answers_it_and_with_what_it_says(
        PlanState state, bool network, string institution, string goal, string course, string reason) =>
        Assert.Equal(reason, Reason(NeedDecider.Plan(In(NeedState.Open), Plan(state, network, institution), new("plans/commun", goal, course))));

    [Theory]
    [InlineData(true, "rennes-metropole", "")]
    [InlineData(false, Ccas, "PLAN_HAS_NO_ANSWER")]
    public void A_need_of_the_network_is_answered_by_a_plan_of_the_network_alone(bool network, string institution, string reason) =>
        Assert.Equal(reason, Reason(NeedDecider.Plan(In(NeedState.Open) with { Network = true }, Plan(PlanState.Published, network, institution), ByGoal)));

    [Fact]
    public void A_need_that_was_raised_before_the_network_had_any_is_its_institutions()
    {
        var raised = (NeedRaised)new TrainingLog().Types.Read("need-raised", """{"institution":"ccas-rennes","content":{"skill":"skills/culture","persons":12,"urgency":"High"}}""");

        Assert.Equal((false, Ccas), (raised.Network, Need.Evolve(null, Name, 1, Monday, raised).Owner));
        Assert.Equal("", Need.Evolve(null, Name, 1, Monday, raised with { Network = true }).Owner);
    }

    [Fact]
    public void A_plan_that_is_not_there_answers_nothing() => Assert.Equal("PLAN_HAS_NO_ANSWER", Reason(NeedDecider.Plan(In(NeedState.Open), plan: null, ByGoal)));

    [Theory]
    [InlineData("skills/culture", "campaigns/one", "offre", "")]
    [InlineData("skills/culture", "campaigns/one", "", "")]
    [InlineData("", "campaigns/one", "offre", "")]
    [InlineData("skills/autre", "campaigns/one", "offre", "SKILL_NOT_FOUND")]
    [InlineData("skills/culture", "campaigns/autre", "offre", "CAMPAIGN_NOT_FOUND")]
    [InlineData("skills/culture", "campaigns/one", "autre", "QUESTION_NOT_FOUND")]
    public void What_a_need_names_exists(string skill, string campaign, string question, string reason)
    {
        var content = Content with { Skill = skill, Title = "Intitulé", RevealedBy = [new(NeedOriginKind.Campaign) { Campaign = campaign, Question = question }] };

        Assert.Equal((reason, reason), (Reason(NeedDecider.Create(new(Ccas, content), Known)), Reason(NeedDecider.Revise(In(NeedState.Open), content, Known))));
    }

    [Theory]
    [InlineData("DECLINED", "hors-périmètre", SignalKind.OutOfScope)]
    [InlineData("DECLINED", "bénéficiaire-non-éligible,hors-territoire", SignalKind.NotEligible, SignalKind.OutOfArea)]
    [InlineData("DECLINED", "dossier-incomplet,plus-de-place", SignalKind.Incomplete)]
    [InlineData("DECLINED", "plus-de-place,bénéficiaire-absent,autre")]
    [InlineData("REDIRECTED", "plus-de-place", SignalKind.Redirected)]
    [InlineData("REDIRECTED", "hors-périmètre", SignalKind.OutOfScope, SignalKind.Redirected)]
    [InlineData("ACCEPTED", "hors-périmètre")]
    [InlineData("IN_PROGRESS", "")]
    public void A_referral_reveals_what_knowledge_could_change(string state, string reasons, params SignalKind[] kinds)
    {
        var revealed = SignalKinds.Of(state, reasons.Split(','));

        Assert.Equal(kinds, Enum.GetValues<SignalKind>().Where(revealed.Has));
        Assert.Equal(kinds.Length == 0, revealed.IsNone);
    }

    [Fact]
    public void Reasons_that_are_put_right_replace_those_before_and_it_was_passed_on_all_the_same()
    {
        var corrected = SignalKinds.Of("REDIRECTED", ["hors-périmètre"]).Corrected(["hors-territoire"]);

        Assert.Equal([SignalKind.OutOfArea, SignalKind.Redirected], Enum.GetValues<SignalKind>().Where(corrected.Has));
    }

    private static Need In(NeedState state)
    {
        NeedEvent[] events = state switch
        {
            NeedState.Open => [],
            NeedState.Planned => [ByGoal],
            NeedState.Met => [ByGoal, new NeedMet()],
            _ => [new NeedSetAside("Non")],
        };
        return events.Prepend(new NeedRaised(Ccas, Content)).Aggregate((Need?)null, (need, happened) => Need.Evolve(need, Name, (need?.Version ?? 0) + 1, Monday, happened))!;
    }

    private static Need After(Need need, Decision<NeedEvent> decision) =>
        decision.EventsOrThrow().Aggregate(need, (current, happened) => Need.Evolve(current, Name, current.Version + 1, Monday, happened));

    private static Plan Plan(PlanState state = PlanState.Published, bool network = true, string institution = "rennes-metropole") => new()
    {
        Name = "plans/commun", Institution = institution, Network = network, State = state,
        Texts =
        [
            new(1, new()
            {
                Title = "Plan", Start = new(2027, 1, 1), End = new(2027, 12, 31), Goals = [new("sensibiliser", "Tous", new("", [], [], []), 80, new(2027, 6, 30))], Courses = [new("courses/pix", 1, [])],
            }),
        ],
    };

    private static string Reason(Decision<NeedEvent> decision) => decision.Refusal?.Reason ?? "";
}
