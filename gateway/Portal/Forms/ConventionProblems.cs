using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Labels;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>Refusals of the service of conventions that say more than a sentence: what is missing, by its code.</summary>
public static class ConventionProblems
{
    private static readonly string[] Lists = ["missing", "unresolved", "unused"];

    /// <summary>The service's sentence, and what it misses.</summary>
    public static string Sentence(CallProblem problem)
    {
        var facts = Lists.Where(list => problem.Facts.GetValueOrDefault(list) is { Length: > 0 })
            .Select(list => $"{Label.OfConvention("fact", list)} : {problem.Facts[list]}.");
        return string.Join(' ', facts.Prepend(problem.Sentence));
    }
}
