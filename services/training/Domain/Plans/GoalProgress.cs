using System.Runtime.InteropServices;
using Reseau.Kernel;

namespace Reseau.Training.Domain.Plans;

/// <summary>How far a goal is, as it may be told.</summary>
/// <param name="Persons">Professionals of the group.</param>
/// <param name="Reached">Those who reached it.</param>
/// <param name="Suppressed">Whether the numbers are withheld.</param>
/// <param name="TargetReached">Whether the target is reached.</param>
/// <param name="Late">Whether its day is past without it.</param>
/// <param name="SitesReached">Sites that reached it, for a goal of each site.</param>
/// <param name="Sites">Sites in all.</param>
public sealed record GoalProgress(int Persons, int Reached, bool Suppressed, bool TargetReached, bool Late, int SitesReached, int Sites)
{
    /// <summary>Compares what was counted with what is wanted.</summary>
    /// <param name="goal">The goal.</param>
    /// <param name="counts">What was counted.</param>
    /// <param name="today">The day.</param>
    public static GoalProgress Of(Goal goal, GoalCounts counts, DateOnly today)
    {
        // Of so few others, whether they reached it says who did.
        if (Suppression.IsSmall(counts.Others.Persons)) return new(0, 0, Suppressed: true, TargetReached: false, Late: false, 0, 0);
        var sitesReached = counts.Sites.Count(site => Reaches(site, goal.TargetPercent));
        var reached = goal.EachSite ? counts.Sites.Count > 0 && sitesReached == counts.Sites.Count : Reaches(counts.All, goal.TargetPercent);
        var suppressed = Suppression.IsSmall(counts.Others.Reached);
        return new(suppressed ? 0 : counts.All.Persons, suppressed ? 0 : counts.All.Reached, suppressed, reached, Late: !reached && counts.All.Persons > 0 && goal.Due < today,
            goal.EachSite ? sitesReached : 0, goal.EachSite ? counts.Sites.Count : 0);
    }

    // Nobody is nothing to reach, and nothing reached. In whole numbers: 80 % of 7 are 6 persons, not 5.6.
    private static bool Reaches(GoalTally tally, int percent) => tally.Persons > 0 && tally.Reached * 100L >= (long)tally.Persons * percent;
}

/// <summary>Persons of a group.</summary>
/// <param name="Persons">How many there are.</param>
/// <param name="Reached">How many of them reached a goal.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct GoalTally(int Persons, int Reached)
{
    /// <summary>With one more person.</summary>
    public GoalTally With(bool reached) => new(Persons + 1, Reached + (reached ? 1 : 0));
}

/// <summary>What was counted for a goal.</summary>
/// <param name="All">The group.</param>
/// <param name="Others">Those of it who are not of the institution that asks: what it does not know already.</param>
/// <param name="Sites">Each site where somebody of the group works.</param>
public sealed record GoalCounts(GoalTally All, GoalTally Others, IReadOnlyCollection<GoalTally> Sites);
