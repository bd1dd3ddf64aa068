namespace Reseau.Kernel;

/// <summary>
/// Counts that must not be told outside the institution that they are of: fewer than five persons can be recognised by who knows the place. What
/// would give such a count away goes with it: one that is missing from a column is the whole less the others.
/// </summary>
public static class Suppression
{
    /// <summary>From here on a count is told.</summary>
    public const int Smallest = 5;

    /// <summary>Whether a count must not be told; there is nothing to hide in none.</summary>
    public static bool IsSmall(int count) => count is > 0 and < Smallest;

    /// <summary>
    /// Which parts of a whole are withheld: the small ones, and of the others the smallest until what is missing is the sum of several parts
    /// and no small count itself.
    /// </summary>
    /// <param name="parts">The parts; whoever is told the others may know their sum.</param>
    /// <param name="already">Parts that are withheld for another reason; none when null.</param>
    public static bool[] Withheld(IReadOnlyList<int> parts, IReadOnlyList<bool>? already = null)
    {
        var withheld = new bool[parts.Count];
        var (missing, sum) = (0, 0);
        for (var part = 0; part < parts.Count; part++)
        {
            if (IsSmall(parts[part]) || already?[part] == true) Withhold(part);
        }
        while (missing == 1 || IsSmall(sum))
        {
            var next = SmallestTold(parts, withheld);
            if (next < 0) break;
            Withhold(next);
        }
        return withheld;

        void Withhold(int part)
        {
            withheld[part] = true;
            missing++;
            sum += parts[part];
        }
    }

    // Nobody hides behind a part of no persons: that there are none in it is easily guessed.
    private static int SmallestTold(IReadOnlyList<int> parts, bool[] withheld)
    {
        var smallest = -1;
        for (var part = 0; part < parts.Count; part++)
        {
            if (!withheld[part] && parts[part] > 0 && (smallest < 0 || parts[part] < parts[smallest])) smallest = part;
        }
        return smallest;
    }
}
