using System.Runtime.InteropServices;

namespace Reseau.Partners.Search;

/// <summary>Keeps the best matches of a segment seen so far: a heap whose root is the worst one kept, so a match that does not make it costs one comparison.</summary>
/// <param name="capacity">How many are kept.</param>
/// <param name="floor">A score below which nothing is of use, because another segment has enough above it.</param>
internal sealed class TopHits(int capacity, int floor)
{
    private readonly PriorityQueue<Match, Match> _kept = new(Comparer<Match>.Create((x, y) => y.CompareTo(x)));

    /// <summary>A match below this score will not be kept; one that has it may.</summary>
    public int Floor { get; private set; } = capacity == 0 ? int.MaxValue : floor;

    public void Offer(in Match match)
    {
        if (match.Score < Floor) return;
        if (_kept.Count < capacity)
        {
            _kept.Enqueue(match, match);
            if (_kept.Count < capacity) return;
        }
        else
        {
            _kept.EnqueueDequeue(match, match);
        }

        Floor = Math.Max(Floor, _kept.Peek().Score);
    }

    /// <summary>What was kept, best first.</summary>
    public Match[] InOrder()
    {
        var matches = _kept.UnorderedItems.Select(item => item.Element).ToArray();
        Array.Sort(matches);
        return matches;
    }

    /// <summary>A document with what decides its place: score, then distance, then rank of its id.</summary>
    /// <param name="Order">The score in the high half; in the low half the farther the smaller; without a distance, farther than anything.</param>
    /// <param name="Rank">Of its id, in its segment.</param>
    /// <param name="Document">Which.</param>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Match(ulong Order, int Rank, int Document) : IComparable<Match>
    {
        public int Score => (int)(Order >> 32);

        /// <summary>Bits of positive numbers are in the order of the numbers.</summary>
        public static ulong OrderOf(int score, float squaredChord) => ((ulong)(uint)score << 32) | ~BitConverter.SingleToUInt32Bits(squaredChord);

        public int CompareTo(Match other) => Order != other.Order ? other.Order.CompareTo(Order) : Rank.CompareTo(other.Rank);

        public static bool operator <(Match left, Match right) => left.CompareTo(right) < 0;

        public static bool operator >(Match left, Match right) => left.CompareTo(right) > 0;

        public static bool operator <=(Match left, Match right) => left.CompareTo(right) <= 0;

        public static bool operator >=(Match left, Match right) => left.CompareTo(right) >= 0;
    }
}
