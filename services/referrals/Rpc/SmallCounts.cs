using Reseau.Kernel;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

/// <summary>
/// Counts as they may be told. Fewer than five persons can be recognised by who knows the place; for a reader of the whole network such a
/// count is withheld, and so is a ratio of which some part is as small. An institution knows its own referrals anyway.
/// </summary>
/// <param name="withhold">Whether small counts are withheld.</param>
internal sealed class SmallCounts(bool withhold)
{
    /// <summary>Whether a count must not be told; there is nothing to hide in none.</summary>
    public bool Hides(int count) => withhold && Suppression.IsSmall(count);

    /// <summary>Which groups must not be told, so that none of the small ones follows from their total.</summary>
    public bool[] Withheld(IReadOnlyList<int> counts) => withhold ? Suppression.Withheld(counts) : new bool[counts.Count];

    /// <summary>A count.</summary>
    public Contract.Tally Tally(int count) => Hides(count) ? new() { Withheld = true } : new() { Count = count };

    /// <summary>A part of a whole: the rest of it is as telling as the part.</summary>
    public Contract.Ratio Ratio(int count, int of) =>
        Hides(count) || Hides(of) || Hides(of - count) ? new() { Withheld = true } : new() { Count = count, Of = of };
}
