using Google.Protobuf.WellKnownTypes;
using Reseau.Referrals.Views;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

/// <summary>Figures to messages, less what must not be told.</summary>
internal sealed class FiguresMapper(SmallCounts small)
{
    /// <summary>Of all referrals.</summary>
    public Contract.Figures ToMessage(FigureCounts figures, string key = "")
    {
        var counts = figures.Counts;
        var message = new Contract.Figures
        {
            Key = key,
            Sent = small.Tally(counts.Sent),
            FirstResponse = Delay(figures.Response),
            Acceptance = small.Ratio(counts.Accepted, counts.Answered),
            Breach = small.Ratio(counts.Breached, counts.Judged),
            FirstContact = Delay(figures.Contact),
            Service = Delay(figures.Outcome),
            ClosedWithin30Days = small.Ratio(counts.Closed30, counts.Due30),
            ClosedWithin60Days = small.Ratio(counts.Closed60, counts.Due60),
            ClosedWithin90Days = small.Ratio(counts.Closed90, counts.Due90),
            Served = small.Ratio(counts.Served, counts.Closed),
            NoShow = small.Ratio(counts.Missed, counts.Kept + counts.Missed),
            Orphans = small.Tally(counts.Orphans),
        };
        message.Refusals.AddRange(figures.Refusals.Select(refusal => new Contract.Figures.Types.Refusal { Reason = refusal.Reason, Count = small.Tally(refusal.Count) }));
        return message;
    }

    /// <summary>Of each group, the small ones withheld with what would give them away.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="keyOf">The key of a group in the contract.</param>
    public IEnumerable<Contract.Figures> ToMessages(IReadOnlyList<FigureCounts> groups, Func<string, string> keyOf)
    {
        var withheld = small.Withheld([.. groups.Select(group => group.Counts.Sent)]);
        return groups.Select((group, place) => withheld[place] ? Withheld(keyOf(group.Counts.Key)) : ToMessage(group, keyOf(group.Counts.Key)));
    }

    private Contract.Delay Delay(DelayCounts delay)
    {
        if (small.Hides(delay.Count)) return new() { Withheld = true };
        var message = new Contract.Delay { Count = delay.Count };
        if (delay is { Median: { } median, P90: { } p90 })
            (message.Median, message.P90) = (TimeSpan.FromMinutes(median).ToDuration(), TimeSpan.FromMinutes(p90).ToDuration());
        return message;
    }

    private static Contract.Figures Withheld(string key) => new()
    {
        Key = key,
        Sent = new() { Withheld = true },
        FirstResponse = new() { Withheld = true },
        Acceptance = new() { Withheld = true },
        Breach = new() { Withheld = true },
        FirstContact = new() { Withheld = true },
        Service = new() { Withheld = true },
        ClosedWithin30Days = new() { Withheld = true },
        ClosedWithin60Days = new() { Withheld = true },
        ClosedWithin90Days = new() { Withheld = true },
        Served = new() { Withheld = true },
        NoShow = new() { Withheld = true },
        Orphans = new() { Withheld = true },
    };
}
