using System.Globalization;

namespace Reseau.Kernel.Policies;

/// <summary>
/// What the conventions in force command about referrals from one institution to another: the compiled form, equal in every service
/// that obeys it. A list that is empty allows everything; a rule no value satisfies is among the <see cref="Contradictions"/>.
/// </summary>
/// <param name="From">Institution id that sends.</param>
/// <param name="To">Institution id that receives.</param>
/// <param name="Version">Version of the policy between the two; a higher one replaces a lower one.</param>
/// <param name="Standing">Where it stands.</param>
public sealed record Policy(string From, string To, long Version, PolicyStanding Standing)
{
    /// <summary>First day on which it allows something.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>Last day on which it allows something; null = no end.</summary>
    public DateOnly? End { get; init; }

    /// <summary><c>conventions/{convention}@{version}</c>, the oldest first.</summary>
    public ValueList<string> Conventions { get; init; } = [];

    /// <summary>Themes that may be referred.</summary>
    public ValueList<string> Themes { get; init; } = [];

    /// <summary>Services that may be asked.</summary>
    public ValueList<string> Services { get; init; } = [];

    /// <summary>Fields of the person's file that may be sent.</summary>
    public ValueList<string> Fields { get; init; } = [];

    /// <summary>Delays of answer.</summary>
    public AgreedDelays Delays { get; init; } = AgreedDelays.None;

    /// <summary>Referrals a calendar month may hold; null = no limit.</summary>
    public int? MonthlyCapacity { get; init; }

    /// <summary>Habilitations the sender's agent must hold.</summary>
    public ValueList<string> RequiredHabilitations { get; init; } = [];

    /// <summary>Which clause each rule comes from.</summary>
    public ValueList<PolicySource> Sources { get; init; } = [];

    /// <summary>Rules that no value satisfies, because conventions contradict each other.</summary>
    public ValueList<string> Contradictions { get; init; } = [];

    /// <summary>Whether it lets people be referred on a day.</summary>
    public bool IsInForce(DateOnly today) => Standing == PolicyStanding.InForce && (Start is null || Start <= today) && (End is null || today <= End);

    /// <summary>Why it forbids something on a day on which it is in force, with the clause that says so; null when it allows it.</summary>
    internal Refusal? Check(PolicyQuestion question)
    {
        if (Contradictions.Count > 0) return Refuse("POLICY_CONTRADICTORY", Contradictions[0], "The conventions between the two institutions leave nothing that all of them allow.");
        if (Excludes(Themes, question.Theme)) return Refuse("POLICY_THEME_NOT_COVERED", PolicyRule.Themes, "The convention does not cover this theme.");
        if (Excludes(Services, question.Service)) return Refuse("POLICY_SERVICE_NOT_COVERED", PolicyRule.Services, "The convention does not cover this service.");
        if (MonthlyCapacity <= question.SentThisMonth) return Refuse("POLICY_CAPACITY_REACHED", PolicyRule.MonthlyCapacity, "The convention's referrals of this month are all used.");
        return RequiredHabilitations.Except(question.Habilitations, StringComparer.Ordinal).FirstOrDefault() is { } missing
            ? Refuse("POLICY_HABILITATION_MISSING", PolicyRule.Habilitations, "The convention asks for a habilitation the agent does not hold.", ("habilitation", missing))
            : null;
    }

    internal Refusal Refuse(string reason, string rule, string message, params (string, string)[] more)
    {
        var source = Sources.FirstOrDefault(source => source.Rule == rule);
        return source is null ? new(reason, message, more) : new(reason, message,
        [
            ("convention", source.Convention), ("convention_version", source.ConventionVersion.ToString(CultureInfo.InvariantCulture)),
            ("convention_title", source.ConventionTitle), ("clause", source.Clause), .. more,
        ]);
    }

    private static bool Excludes(ValueList<string> allowed, string asked) => allowed.Count > 0 && !allowed.Contains(asked, StringComparer.Ordinal);
}
