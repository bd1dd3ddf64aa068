using Reseau.Kernel;
using Reseau.Training.Domain.Plans;
using Reseau.Training.Domain.Professionals;

namespace Reseau.Training.Tests.Plans;

public sealed class KeepingAPlan
{
    private const string Name = "plans/culture-numerique";
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Goal Aware = new("sensibiliser", "80 % des agents d'accueil sensibilisés en juin", new("", [], [], [Function.ReceptionAgent]), 80, new(2027, 6, 30)) { Skill = "skills/culture" };
    private static readonly PlanContent Content = new() { Title = "Culture numérique", Start = new(2027, 1, 1), End = new(2027, 12, 31), Goals = [Aware], Courses = [new("courses/pix", 3, ["sensibiliser"])] };
    private static readonly NamedByPlan Known = new(Names("skills/culture"), Names("habilitationRules/aidants"), Names("courses/pix"));

    [Fact]
    public void A_draft_stays_its_version_and_what_was_published_becomes_the_next()
    {
        var draft = After(null, PlanDecider.Create(null, Name, Drafted(Content), Known));
        var revised = After(draft, PlanDecider.Update(draft, Content with { Title = "Culture" }, Known));
        var published = After(revised, PlanDecider.Publish(revised));
        var second = After(published, PlanDecider.Update(published, Content with { Title = "Culture commune" }, Known));
        var third = After(second, PlanDecider.Update(second, Content, Known));

        Assert.Equal([(1, "Culture")], revised.Texts.Select(text => (text.Version, text.Content.Title)));
        Assert.Equal([(1, "Culture"), (2, "Culture commune"), (3, "Culture numérique")], third.Texts.Select(text => (text.Version, text.Content.Title)));
        Assert.Equal((PlanState.Published, true, 5L), (third.State, third.Shown, third.Version));
    }

    [Fact]
    public void What_is_asked_for_twice_happens_once()
    {
        var published = Published();
        var closed = After(published, PlanDecider.Close(published));

        Assert.Empty(PlanDecider.Update(published, Content, Known).EventsOrThrow());
        Assert.Empty(PlanDecider.Publish(published).EventsOrThrow());
        Assert.Empty(PlanDecider.Close(closed).EventsOrThrow());
    }

    [Fact]
    public void A_plan_that_is_over_changes_no_more()
    {
        var closed = After(Published(), PlanDecider.Close(Published()));

        Assert.Equal("PLAN_CLOSED", PlanDecider.Update(closed, Content with { Title = "Autre" }, Known).Refusal?.Reason);
        Assert.Equal("PLAN_CLOSED", PlanDecider.Publish(closed).Refusal?.Reason);
        Assert.True(closed.Shown);
    }

    [Fact]
    public void A_draft_that_is_closed_was_never_shown()
    {
        var draft = After(null, PlanDecider.Create(null, Name, Drafted(Content), Known));

        Assert.Equal((PlanState.Closed, false), After(draft, PlanDecider.Close(draft)) is { } closed ? (closed.State, closed.Shown) : default);
    }

    [Fact]
    public void Without_a_goal_a_plan_may_be_written_and_not_followed()
    {
        var empty = Content with { Goals = [], Courses = [] };
        var draft = After(null, PlanDecider.Create(null, Name, Drafted(empty), Known));

        Assert.Equal("PLAN_WITHOUT_GOAL", PlanDecider.Publish(draft).Refusal?.Reason);
        Assert.Equal("PLAN_WITHOUT_GOAL", PlanDecider.Update(Published(), empty, Known).Refusal?.Reason);
    }

    [Fact]
    public void A_name_is_given_once() => Assert.Equal("PLAN_ALREADY_EXISTS", PlanDecider.Create(Published(), Name, Drafted(Content), Known).Refusal?.Reason);

    [Theory]
    [InlineData("skills/autre", "", "courses/pix", "SKILL_NOT_FOUND")]
    [InlineData("", "habilitationRules/autre", "courses/pix", "HABILITATION_RULE_NOT_FOUND")]
    [InlineData("skills/culture", "", "courses/autre", "COURSE_NOT_FOUND")]
    [InlineData("", "habilitationRules/aidants", "courses/pix", null)]
    public void What_a_plan_names_exists(string skill, string rule, string course, string? reason)
    {
        var content = Content with { Title = "Autre", Goals = [Aware with { Skill = skill, Habilitation = rule }], Courses = [new(course, 0, [])] };

        Assert.Equal(reason, PlanDecider.Create(null, Name, Drafted(content), Known).Refusal?.Reason);
        Assert.Equal(reason, PlanDecider.Update(Published(), content, Known).Refusal?.Reason);
    }

    [Theory]
    [InlineData(new long[] { 700_000, 300_000 }, new long[] { }, true)]
    [InlineData(new long[] { 700_000, 300_000 }, new long[] { 999_999, 1 }, true)]
    [InlineData(new long[] { 700_000, 300_000 }, new long[] { 999_999 }, false)]
    [InlineData(new long[] { }, new long[] { 1 }, false)]
    [InlineData(new long[] { }, new long[] { 0 }, true)]
    public void Who_pays_pays_all_of_it_to_the_cent(long[] costs, long[] funders, bool addsUp) => Assert.Equal(addsUp, PlanContent.AddsUp(Sums(costs), [.. Sums(funders)]));

    private static PlanDrafted Drafted(PlanContent content) => new("rennes-metropole", Network: true, content);

    private static Plan Published()
    {
        var draft = After(null, PlanDecider.Create(null, Name, Drafted(Content), Known));
        return After(draft, PlanDecider.Publish(draft));
    }

    private static Plan After(Plan? current, Decision<PlanEvent> decision) =>
        decision.EventsOrThrow().Aggregate(current, (plan, happened) => Plan.Evolve(plan, Name, (plan?.Version ?? 0) + 1, Monday, happened))!;

    private static IEnumerable<PlanMoney> Sums(long[] cents) => cents.Select((sum, place) => new PlanMoney($"Ligne {place}", sum));

    private static HashSet<string> Names(string name) => new(StringComparer.Ordinal) { name };
}
