namespace Reseau.Referrals.Views;

/// <summary>How long something took, over many referrals.</summary>
/// <param name="Count">How many were measured.</param>
/// <param name="Median">Half took no longer; null when nothing was measured.</param>
/// <param name="P90">Nine out of ten took no longer; null when nothing was measured.</param>
public sealed record DelayCounts(int Count, int? Median, int? P90)
{
    /// <summary>Nothing was measured.</summary>
    public static DelayCounts None { get; } = new(0, null, null);

    /// <summary>From minutes, each with how many took them.</summary>
    public static DelayCounts Of(IEnumerable<(int Minutes, int Count)> measured)
    {
        (int Minutes, int Count)[] ordered = [.. measured.OrderBy(m => m.Minutes)];
        var all = ordered.Sum(m => m.Count);
        return all == 0 ? None : new(all, Quantile(ordered, (all + 1) / 2), Quantile(ordered, ((all * 9L) + 9) / 10));
    }

    // The smallest that at least so many do not exceed.
    private static int Quantile((int Minutes, int Count)[] ordered, long rank)
    {
        foreach (var (minutes, count) in ordered)
        {
            if ((rank -= count) <= 0) return minutes;
        }
        return ordered[^1].Minutes;
    }
}
