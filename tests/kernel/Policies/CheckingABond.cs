using Reseau.Kernel.Policies;

namespace Reseau.Kernel.Tests.Policies;

public sealed class CheckingABond
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly PolicyQuestion Question = new("services/caf-35-demarches-en-ligne", "numerique--acceder-a-des-services-en-ligne", Today);

    private static Policy Policy { get; } = new("ccas-rennes", "caf-35", 1, PolicyStanding.InForce)
    {
        Start = Today.AddDays(-30),
        End = Today.AddDays(30),
        Sources = [.. ((string[])["themes", "services", "monthly_capacity", "habilitations", "standing"]).Select((rule, i) => new PolicySource(rule, $"conventions/{rule}", i + 1, $"{i + 2}.1", $"Convention {rule}"))],
    };

    public static TheoryData<string, Policy?, NetworkMode, PolicyQuestion, string?> Cases { get; } = new()
    {
        { "nothing signed, open", null, NetworkMode.Open, Question, null },
        { "nothing signed, strict", null, NetworkMode.Strict, Question, "POLICY_MISSING" },
        { "in force", Policy, NetworkMode.Strict, Question, null },
        { "on its first day", Policy with { Start = Today }, NetworkMode.Strict, Question, null },
        { "on its last day", Policy with { End = Today }, NetworkMode.Strict, Question, null },
        { "without end", Policy with { End = null }, NetworkMode.Strict, Question, null },
        { "not begun, strict", Policy with { Start = Today.AddDays(1) }, NetworkMode.Strict, Question, "POLICY_MISSING" },
        { "not begun, open", Policy with { Start = Today.AddDays(1) }, NetworkMode.Open, Question, null },
        { "past its end, strict", Policy with { End = Today.AddDays(-1) }, NetworkMode.Strict, Question, "POLICY_MISSING" },
        { "past its end, open", Policy with { End = Today.AddDays(-1) }, NetworkMode.Open, Question, null },
        { "ended, strict", Policy with { Standing = PolicyStanding.Ended }, NetworkMode.Strict, Question, "POLICY_MISSING" },
        { "ended, open", Policy with { Standing = PolicyStanding.Ended }, NetworkMode.Open, Question, null },
        { "suspended, strict", Policy with { Standing = PolicyStanding.Suspended }, NetworkMode.Strict, Question, "POLICY_SUSPENDED" },
        { "suspended, open", Policy with { Standing = PolicyStanding.Suspended }, NetworkMode.Open, Question, "POLICY_SUSPENDED" },
        { "theme among those agreed on", Policy with { Themes = [Question.Theme] }, NetworkMode.Open, Question, null },
        { "another theme", Policy with { Themes = ["mobilite--etre-accompagne-dans-son-parcours-mobilite"] }, NetworkMode.Open, Question, "POLICY_THEME_NOT_COVERED" },
        { "another service", Policy with { Services = ["services/caf-35-autre"] }, NetworkMode.Open, Question, "POLICY_SERVICE_NOT_COVERED" },
        { "one place left", Policy with { MonthlyCapacity = 10 }, NetworkMode.Open, Question with { SentThisMonth = 9 }, null },
        { "no place left", Policy with { MonthlyCapacity = 10 }, NetworkMode.Open, Question with { SentThisMonth = 10 }, "POLICY_CAPACITY_REACHED" },
        { "habilitation held", Policy with { RequiredHabilitations = ["aidants-connect"] }, NetworkMode.Open, Question with { Habilitations = ["pix", "aidants-connect"] }, null },
        { "habilitation missing", Policy with { RequiredHabilitations = ["aidants-connect"] }, NetworkMode.Open, Question with { Habilitations = ["pix"] }, "POLICY_HABILITATION_MISSING" },
        { "contradiction", Policy with { Contradictions = ["themes"] }, NetworkMode.Open, Question, "POLICY_CONTRADICTORY" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_was_signed_decides_then_the_network(string when, Policy? policy, NetworkMode mode, PolicyQuestion question, string? reason) =>
        Assert.Equal((when, reason), (when, new Bond(policy, mode).Check(question)?.Reason));

    [Fact]
    public void A_refusal_names_the_clause_it_comes_from()
    {
        var refusal = new Bond(Policy with { Themes = ["autre"] }, NetworkMode.Open).Check(Question)!;

        Assert.Equal(
            [("convention", "conventions/themes"), ("convention_version", "1"), ("convention_title", "Convention themes"), ("clause", "2.1")], refusal.Facts);
    }
}
