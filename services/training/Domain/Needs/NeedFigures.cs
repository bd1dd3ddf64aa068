using Reseau.Kernel;
using Reseau.Training.Domain.Figures;
using Reseau.Training.Domain.Professionals;

namespace Reseau.Training.Domain.Needs;

/// <summary>A need, as figures count it.</summary>
/// <param name="Subject">Skill or theme; empty for one with a title of its own.</param>
/// <param name="Institution">Institution id; empty = the network's.</param>
/// <param name="Functions">Whose it is.</param>
/// <param name="Planned">Whether a plan answers it.</param>
/// <param name="Persons">Professionals, by estimate.</param>
public sealed record CountedNeed(string Subject, string Institution, FunctionSet Functions, bool Planned, int Persons);

/// <summary>Needs of a subject in an institution or of a function.</summary>
/// <param name="Subject">Skill or theme; empty for those with a title of their own.</param>
/// <param name="Key">Institution id, empty = the network's; or name of a function, empty = everyone's.</param>
/// <param name="Needs">How many.</param>
/// <param name="Planned">Those that a plan answers.</param>
/// <param name="Persons">Professionals, by their estimates; null = withheld.</param>
public sealed record NeedFigure(string Subject, string Key, int Needs, int Planned, int? Persons);

/// <summary>
/// Counts needs. How many needs there are is told; how many persons, only from five on when they are another institution's. What the network's are thought to be everybody reads
/// in the needs themselves.
/// </summary>
public static class NeedFigures
{
    /// <summary>The figures, by subject, then key.</summary>
    /// <param name="needs">The needs.</param>
    /// <param name="byFunction">Whether rows stand for functions rather than institutions.</param>
    /// <param name="asking">Institution id that asks: it knows its own.</param>
    public static IReadOnlyList<NeedFigure> Of(IEnumerable<CountedNeed> needs, bool byFunction, string asking) =>
        [.. needs.GroupBy(need => need.Subject, StringComparer.Ordinal).OrderBy(subject => subject.Key, StringComparer.Ordinal).SelectMany(subject => OfSubject(subject, byFunction, asking))];

    private static IEnumerable<NeedFigure> OfSubject(IGrouping<string, CountedNeed> subject, bool byFunction, string asking)
    {
        var groups = subject.SelectMany(need => KeysOf(need, byFunction).Select(key => (Key: key, Need: need)))
            .GroupBy(line => line.Key, line => line.Need, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        var withheld = Suppression.Withheld([.. groups.Select(group => Persons(group.Where(need => need.Institution.Length > 0 && need.Institution != asking)))]);
        return groups.Select((group, place) => new NeedFigure(subject.Key, group.Key, group.Count(), group.Count(need => need.Planned), withheld[place] ? null : Persons(group)));
    }

    private static IEnumerable<string> KeysOf(CountedNeed need, bool byFunction)
    {
        if (!byFunction) return [need.Institution];
        return need.Functions.IsAll ? [""] : Enum.GetValues<Function>().Where(function => need.Functions.Has((int)function)).Select(function => EnumNames.Of(function));
    }

    // Estimates are what somebody typed: their sum must not overflow.
    private static int Persons(IEnumerable<CountedNeed> needs) => (int)Math.Min(int.MaxValue, needs.Sum(need => (long)need.Persons));
}
