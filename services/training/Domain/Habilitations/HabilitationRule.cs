using Reseau.Kernel;

namespace Reseau.Training.Domain.Habilitations;

/// <summary>What gives a habilitation and how long it lasts: data, which each network may change. Its stream is its name.</summary>
/// <param name="Name"><c>habilitationRules/{rule}</c>; the last part is the code that conventions require.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Description">What it allows.</param>
/// <param name="ByTraining">Whether attending a course that gives it suffices.</param>
/// <param name="ByEvidence">Whether an institution may give it on evidence.</param>
/// <param name="DurationMonths">How long it lasts; 0 = no end.</param>
/// <param name="RenewalWindowDays">Days before its end from which a renewal continues it from that end; 0 = never.</param>
/// <param name="Source">Where the rule comes from.</param>
/// <param name="Retired">Whether it is no longer given.</param>
public sealed record HabilitationRule(
    string Name, string Title, string Description, bool ByTraining, bool ByEvidence, int DurationMonths, int RenewalWindowDays, string Source, bool Retired = false)
{
    /// <summary>Head of a rule's resource name.</summary>
    public const string Collection = "habilitationRules";

    /// <summary>The code that conventions require.</summary>
    public static string CodeOf(string rule) => rule[(Collection.Length + 1)..];

    /// <summary>Defines a rule, or replaces it; what was given before keeps its days.</summary>
    public static Decision<HabilitationRuleDefined> Define(HabilitationRule? current, HabilitationRule said) =>
        current == said ? Decision.Nothing<HabilitationRuleDefined>() : new HabilitationRuleDefined(said);
}

/// <summary>A rule was defined, or replaced.</summary>
/// <param name="Rule">What it is.</param>
public sealed record HabilitationRuleDefined(HabilitationRule Rule);
