using Reseau.Training.Domain.Plans;

namespace Reseau.Training.Domain.Figures;

/// <summary>What a goal asks of the records, in numbers.</summary>
/// <param name="Group">Whom it counts.</param>
/// <param name="Due">Number of its day.</param>
/// <param name="Today">Number of the day.</param>
public sealed record GoalQuestion(CountedGroup Group, int Due, int Today)
{
    /// <summary>Number of the skill; below zero for none, or one that nobody has.</summary>
    public int Skill { get; init; } = -1;

    /// <summary>Level of the skill.</summary>
    public int Level { get; init; } = 1;

    /// <summary>Number of the rule; below zero for none, or one that nobody has.</summary>
    public int Rule { get; init; } = -1;

    /// <summary>Number of the institution that asks.</summary>
    public int Own { get; init; } = -1;

    /// <summary>Whether each site is counted, too.</summary>
    public bool EachSite { get; init; }

    // Who left after the day of the goal was there to reach it; who came after it was not.
    private int Day => Math.Min(Due, Today);

    /// <summary>Counts once through all persons.</summary>
    public GoalCounts Count(ReadOnlySpan<CountedPerson> persons)
    {
        var (all, others, sites) = (default(GoalTally), default(GoalTally), new Dictionary<int, GoalTally>());
        foreach (var person in persons)
        {
            if (!person.IsThere(Day) || !Group.Has(person)) continue;
            var reached = HasReached(person);
            all = all.With(reached);
            if (person.Institution != Own) others = others.With(reached);
            if (!EachSite) continue;
            foreach (var site in person.Sites)
            {
                if (Group.Sites?.Contains(site) != false) sites[site] = sites.GetValueOrDefault(site).With(reached);
            }
        }
        return new(all, others, sites.Values);
    }

    // A habilitation that has lapsed since the day of the goal was held on it; one that came late counts from then on.
    private bool HasReached(CountedPerson person)
    {
        foreach (var skill in person.Skills)
        {
            if (skill.Skill == Skill && skill.Counts(Level, declared: false)) return true;
        }
        foreach (var held in person.Habilitations)
        {
            if (held.Rule == Rule && held.FirstDay <= Today && held.LastDay >= Day) return true;
        }
        return false;
    }
}
