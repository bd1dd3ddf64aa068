namespace Reseau.Kernel.Policies;

/// <summary>Where a rule of a policy is written.</summary>
/// <param name="Rule">One of <see cref="PolicyRule"/>.</param>
/// <param name="Convention"><c>conventions/{convention}</c>.</param>
/// <param name="ConventionVersion">Version that was signed.</param>
/// <param name="Clause">Number of the clause; empty when the rule is the convention's own state.</param>
/// <param name="ConventionTitle">Title of the convention.</param>
public sealed record PolicySource(string Rule, string Convention, int ConventionVersion, string Clause, string ConventionTitle);
