using System.Runtime.InteropServices;

namespace Reseau.Partners.Search;

/// <summary>Keeps the best matches seen so far: a heap whose root is the worst one kept, so a match that does not make it costs one comparison.</summary>
internal sealed class TopHits(int capacity)
{
    private readonly PriorityQueue<Match, Match> _kept = new(Comparer<Match>.Create((x, y) => Order(y, x)));

    /// <summary>How many were offered.</summary>
    public int Offered { get; private set; }

    public void Offer(in Match match)
    {
        Offered++;
        if (_kept.Count < capacity) _kept.Enqueue(match, match);
        else if (capacity > 0) _kept.EnqueueDequeue(match, match);
    }

    /// <summary>What was kept, best first.</summary>
    public Match[] InOrder()
    {
        var matches = _kept.UnorderedItems.Select(item => item.Element).ToArray();
        Array.Sort(matches, Order);
        return matches;
    }

    private static int Order(Match x, Match y)
    {
        if (x.Score != y.Score) return y.Score.CompareTo(x.Score);
        if (x.Distance != y.Distance) return (x.Distance ?? double.MaxValue).CompareTo(y.Distance ?? double.MaxValue);
        return string.CompareOrdinal(x.Ranked.EntryOf(x.Document).Service.Id, y.Ranked.EntryOf(y.Document).Service.Id);
    }

    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Match(Ranking Ranked, int Document, double Score, double? Distance);
}
