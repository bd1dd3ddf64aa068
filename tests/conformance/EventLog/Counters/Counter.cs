using Reseau.Kernel;

namespace Reseau.Conformance.EventLog.Counters;

/// <summary>The smallest aggregate with a rule: it counts to ten and no further.</summary>
public static class Counter
{
    public const int Limit = 10;

    /// <summary>Counting by so much makes the view fail: a defect that appears after the decision.</summary>
    public const int Unlucky = -1;

    public static Decision<Counted> Count(int current, int by)
    {
        if (current + by > Limit) return new Refusal("LIMIT_REACHED", "The counter stops at ten.");
        return by == 0 ? Decision.Nothing<Counted>() : new Counted(by, "Compté à l'accueil : « déjà vu » 👍");
    }
}

/// <summary>It counted.</summary>
public sealed record Counted(int By, string Note);
