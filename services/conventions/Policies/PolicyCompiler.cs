using System.Globalization;
using Reseau.Conventions.Domain;
using Reseau.Kernel;
using Reseau.Kernel.Policies;

namespace Reseau.Conventions.Policies;

/// <summary>
/// Turns what conventions say about referrals from one institution to another into one policy. Where several hold at once, the strictest
/// wins: what all of them allow, the shortest delays, the lowest capacity, every habilitation. A rule that no value satisfies any more is a
/// contradiction, and lets nothing through until somebody amends one of them: to choose between two signed texts is not for a program.
/// </summary>
public static class PolicyCompiler
{
    private static readonly string[] Nothing = [];

    /// <summary>Compiles.</summary>
    /// <param name="from">Institution id that sends.</param>
    /// <param name="to">Institution id that receives.</param>
    /// <param name="terms">All terms that ever bound them.</param>
    /// <param name="today">The day: what has not begun, or is over, does not count.</param>
    /// <param name="version">Version of the policy.</param>
    /// <returns>The policy; null when no terms ever bound them.</returns>
    public static Policy? Compile(string from, string to, IReadOnlyList<BindingTerms> terms, DateOnly today, long version)
    {
        var ordered = terms.OrderBy(one => one.Start).ThenBy(one => one.Convention, StringComparer.Ordinal).ToList();
        if (ordered.Count == 0) return null;
        if (ordered.FindAll(one => one.HoldOn(today)) is { Count: > 0 } held) return InForce(from, to, held, version);
        // Somebody said stop: what begins later lifts it when it begins.
        if (ordered.FindAll(one => one.AreSuspendedOn(today)) is { Count: > 0 } suspended) return Stopped(from, to, suspended, PolicyStanding.Suspended, version);
        if (ordered.FindAll(one => one.BeginAfter(today)) is [var first, ..] later) return InForce(from, to, later.FindAll(one => one.Start == first.Start), version);
        return Stopped(from, to, [ordered.MaxBy(one => one.End)!], PolicyStanding.Ended, version);
    }

    private static Policy InForce(string from, string to, List<BindingTerms> terms, long version)
    {
        var themes = Common(PolicyRule.Themes, terms, one => one.Themes);
        var services = Common(PolicyRule.Services, terms, one => one.Services);
        var fields = Common(PolicyRule.Fields, terms, one => one.Fields);
        var acknowledge = Least(PolicyRule.Acknowledge, terms, one => one.AcknowledgeDays);
        var decide = Least(PolicyRule.Decide, terms, one => one.DecideDays);
        var escalate = Least(PolicyRule.Escalate, terms, one => one.EscalateDays);
        var capacity = Least(PolicyRule.MonthlyCapacity, terms, one => one.MonthlyCapacity);
        var demanding = terms.FindAll(one => one.Terms.RequiredHabilitations.Count > 0);
        return new(from, to, version, PolicyStanding.InForce)
        {
            Start = terms.Min(one => one.Start),
            End = terms.Max(one => one.End),
            Conventions = Names(terms),
            Themes = themes.Values,
            Services = services.Values,
            Fields = fields.Values,
            Delays = new(acknowledge.Value, decide.Value, escalate.Value),
            MonthlyCapacity = capacity.Value,
            RequiredHabilitations = [.. demanding.SelectMany(one => one.Terms.RequiredHabilitations).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Contradictions =
            [
                .. themes.Contradict ? [PolicyRule.Themes] : Nothing, .. services.Contradict ? [PolicyRule.Services] : Nothing, .. fields.Contradict ? [PolicyRule.Fields] : Nothing,
            ],
            Sources =
            [
                .. themes.Sources, .. services.Sources, .. fields.Sources, .. acknowledge.Sources, .. decide.Sources, .. escalate.Sources, .. capacity.Sources,
                .. demanding.Select(one => SourceOf(PolicyRule.Habilitations, one)), .. terms.Select(one => SourceOf(PolicyRule.Standing, one)).Distinct(),
            ],
        };
    }

    private static Policy Stopped(string from, string to, List<BindingTerms> terms, PolicyStanding standing, long version) => new(from, to, version, standing)
    {
        Start = terms.Min(one => one.Start),
        End = terms.Max(one => one.End),
        Conventions = Names(terms),
        Sources = [.. terms.Select(one => SourceOf(PolicyRule.Standing, one)).Distinct()],
    };

    // Empty lists allow everything, and so restrict nothing.
    private static (ValueList<string> Values, bool Contradict, IEnumerable<PolicySource> Sources) Common(string rule, List<BindingTerms> terms, Func<ReferralTerms, ValueList<string>> list)
    {
        var restricting = terms.FindAll(one => list(one.Terms).Count > 0);
        if (restricting.Count == 0) return ([], false, []);
        var common = restricting.Select(one => (IEnumerable<string>)list(one.Terms)).Aggregate((all, next) => all.Intersect(next, StringComparer.Ordinal)).Order(StringComparer.Ordinal).ToList();
        return ([.. common], common.Count == 0, restricting.Select(one => SourceOf(rule, one)));
    }

    // Zero says nothing.
    private static (int? Value, IEnumerable<PolicySource> Sources) Least(string rule, List<BindingTerms> terms, Func<ReferralTerms, int> number) =>
        terms.FindAll(one => number(one.Terms) > 0).MinBy(one => number(one.Terms)) is { } least ? (number(least.Terms), [SourceOf(rule, least)]) : (null, []);

    private static ValueList<string> Names(List<BindingTerms> terms) =>
        [.. terms.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Convention}@{one.Version}")).Distinct(StringComparer.Ordinal)];

    private static PolicySource SourceOf(string rule, BindingTerms one) => new(rule, one.Convention, one.Version, one.Clause, one.Title);
}
