using Reseau.Conventions.Domain;
using Reseau.Conventions.Policies;
using Reseau.Kernel.Policies;

namespace Reseau.Conventions.Tests.Policies;

public sealed class CompilingPolicies
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static ReferralTerms Terms { get; } = new("ccas-rennes", "caf-35", "orientation");

    private static BindingTerms A { get; } = new("conventions/a", 2, "Convention A", ConventionState.Active, Today.AddDays(-100), Today.AddDays(100), "3", Terms);

    private static BindingTerms B { get; } = A with { Convention = "conventions/b", Title = "Convention B", Start = Today.AddDays(-50) };

    private static BindingTerms C { get; } = A with { Convention = "conventions/c", Title = "Convention C", Start = Today.AddDays(-10), End = Today.AddDays(300) };

    [Fact]
    public void Nothing_that_was_never_signed_makes_a_policy() => Assert.Null(Compile());

    [Fact]
    public void One_convention_says_what_it_says_and_where()
    {
        var policy = Compile(A with { Terms = Terms with { Themes = ["t1", "t2"], DecideDays = 3, MonthlyCapacity = 20, RequiredHabilitations = ["aidants-connect"] } })!;

        Assert.Equal((PolicyStanding.InForce, A.Start, A.End), (policy.Standing, policy.Start, policy.End));
        Assert.Equal(["conventions/a@2"], policy.Conventions);
        Assert.Equal(["t1", "t2"], policy.Themes);
        Assert.Equal((null, 3, null), (policy.Delays.Acknowledge, policy.Delays.Decide, policy.Delays.Escalate));
        Assert.Equal(20, policy.MonthlyCapacity);
        Assert.Equal(["themes", "decide", "monthly_capacity", "habilitations", "standing"], policy.Sources.Select(source => source.Rule));
        Assert.All(policy.Sources, source => Assert.Equal(("conventions/a", 2, "3", "Convention A"), (source.Convention, source.ConventionVersion, source.Clause, source.ConventionTitle)));
    }

    [Fact]
    public void Where_several_hold_the_strictest_wins()
    {
        var policy = Compile(
            A with { Terms = Terms with { Themes = ["t1", "t2"], Fields = ["identity", "need", "contact"], AcknowledgeDays = 2, DecideDays = 9, MonthlyCapacity = 20, RequiredHabilitations = ["pix"] } },
            B with { Terms = Terms with { Themes = ["t2", "t3"], Fields = ["identity", "need", "commune"], AcknowledgeDays = 4, DecideDays = 5, RequiredHabilitations = ["aidants-connect"] } },
            C)!;

        Assert.Equal(["t2"], policy.Themes);
        Assert.Equal(["identity", "need"], policy.Fields);
        Assert.Equal((2, 5, 20), (policy.Delays.Acknowledge, policy.Delays.Decide, policy.MonthlyCapacity));
        Assert.Equal(["aidants-connect", "pix"], policy.RequiredHabilitations);
        Assert.Equal("conventions/b", policy.Sources.Single(source => source.Rule == "decide").Convention);
        Assert.Equal((A.Start, C.End), (policy.Start, policy.End));
        Assert.Empty(policy.Contradictions);
    }

    [Fact]
    public void Conventions_that_leave_nothing_let_nothing_through()
    {
        var policy = Compile(A with { Terms = Terms with { Themes = ["t1"] } }, B with { Terms = Terms with { Themes = ["t2"] } })!;

        Assert.Equal(["themes"], policy.Contradictions);
        Assert.Equal("POLICY_CONTRADICTORY", new Bond(policy, NetworkMode.Open).Check(new("services/x", "t1", Today))?.Reason);
    }

    public static TheoryData<string, BindingTerms[], PolicyStanding, string> Standings { get; } = new()
    {
        { "suspended alone", [A with { State = ConventionState.Suspended }], PolicyStanding.Suspended, "conventions/a@2" },
        { "of one who has left", [A with { Released = true }], PolicyStanding.Ended, "conventions/a@2" },
        { "suspended by one who has left", [A with { State = ConventionState.Suspended, Released = true }], PolicyStanding.Ended, "conventions/a@2" },
        { "of one who has left, beside one signed since", [A with { Released = true }, B], PolicyStanding.InForce, "conventions/b@2" },
        { "suspended beside one in force", [A with { State = ConventionState.Suspended }, B], PolicyStanding.InForce, "conventions/b@2" },
        { "suspended before one that begins later", [A with { State = ConventionState.Suspended }, B with { Start = Today.AddDays(3) }], PolicyStanding.Suspended, "conventions/a@2" },
        { "suspended, and past its end", [A with { State = ConventionState.Suspended, End = Today.AddDays(-1) }], PolicyStanding.Ended, "conventions/a@2" },
        { "near its end", [A with { State = ConventionState.Expiring }], PolicyStanding.InForce, "conventions/a@2" },
        { "on its last day", [A with { End = Today }], PolicyStanding.InForce, "conventions/a@2" },
        { "past its end, before anybody said so", [A with { End = Today.AddDays(-1) }], PolicyStanding.Ended, "conventions/a@2" },
        { "expired", [A with { State = ConventionState.Expired }], PolicyStanding.Ended, "conventions/a@2" },
        { "terminated", [A with { State = ConventionState.Terminated }], PolicyStanding.Ended, "conventions/a@2" },
        { "superseded by another", [A with { State = ConventionState.Superseded }, B], PolicyStanding.InForce, "conventions/b@2" },
        { "not begun", [A with { Start = Today.AddDays(1) }], PolicyStanding.InForce, "conventions/a@2" },
    };

    [Theory]
    [MemberData(nameof(Standings))]
    public void Where_it_stands_follows_from_states_and_days(string when, BindingTerms[] terms, PolicyStanding standing, string convention)
    {
        var policy = Compile(terms)!;

        Assert.Equal((when, standing, convention), (when, policy.Standing, policy.Conventions.Single()));
    }

    [Fact]
    public void What_has_not_begun_allows_nothing_yet() => Assert.False(Compile(A with { Start = Today.AddDays(1) })!.IsInForce(Today));

    [Fact]
    public void The_order_in_which_they_are_read_changes_nothing() => Assert.Equal(Compile(A, B, C), Compile(C, A, B));

    // Whatever is signed besides, nothing becomes possible that one of them forbade.
    [Fact]
    public void Another_convention_in_force_never_allows_more()
    {
        var random = new Random(2026);
        for (var round = 0; round < 2_000; round++)
        {
            var (one, other) = (Random(random, A), Random(random, B));
            var (alone, together) = (Compile(one)!, Compile(one, other)!);
            foreach (var theme in (string[])["t1", "t2", "t3"])
            {
                var question = new PolicyQuestion("services/x", theme, Today) { SentThisMonth = random.Next(6), Habilitations = Some(random, ["h1", "h2"]) };
                if (new Bond(alone, NetworkMode.Open).Check(question) is not null) Assert.NotNull(new Bond(together, NetworkMode.Open).Check(question));
            }
            Assert.True((together.Delays.Decide ?? 99) <= (alone.Delays.Decide ?? 99));
        }
    }

    private static Policy? Compile(params BindingTerms[] terms) => PolicyCompiler.Compile("ccas-rennes", "caf-35", terms, Today, 7);

    private static BindingTerms Random(Random random, BindingTerms terms) => terms with
    {
        Terms = Terms with
        {
            Themes = [.. Some(random, ["t1", "t2", "t3"])], MonthlyCapacity = random.Next(6), DecideDays = random.Next(4), RequiredHabilitations = [.. Some(random, ["h1", "h2"])],
        },
    };

    private static string[] Some(Random random, string[] all) => [.. all.Where(_ => random.Next(2) == 0)];
}
