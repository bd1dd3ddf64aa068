namespace Reseau.Partners.Search;

/// <summary>
/// What a search reads, from its first line to its last: segments from the largest to the latest. A document that a later segment replaces, or
/// that is gone, is no longer among the live ones of its own. Nothing in it ever changes.
/// </summary>
internal sealed record Snapshot(IReadOnlyList<Snapshot.Part> Parts)
{
    /// <summary>A segment with what changes more often than it: its live documents, the day, and how long services take to answer.</summary>
    internal sealed record Part(Segment Segment, Bitset Live, DayColumns Today, IReadOnlyDictionary<string, TimeSpan> Delays)
    {
        /// <summary>Weight by document that does not depend on the question, and the largest by word of 64.</summary>
        public ushort[] Weight { get; private init; } = [];

        public ushort[] LargestWeight { get; private init; } = [];

        public int Count { get; private init; } = Live.Count();

        public static Part Of(Segment segment, DayColumns today, IReadOnlyDictionary<string, TimeSpan> delays)
        {
            var live = segment.Count == 0 ? default : new Bitset(segment.Count);
            for (var document = 0; document < segment.Count; document++) live.Add(document);
            return new Part(segment, live, today, delays).Weighed();
        }

        public Part With(IReadOnlyDictionary<string, TimeSpan> delays) => (this with { Delays = delays }).Weighed();

        public Part With(DayColumns today) => (this with { Today = today }).Weighed();

        /// <summary>The same without some services; itself when it has none of them.</summary>
        public Part Without(IReadOnlyCollection<string> services)
        {
            Bitset live = default;
            foreach (var id in services)
            {
                if (Segment.Find(id) is var document and >= 0 && Live.Has(document))
                {
                    if (live.IsEmpty) live = Live.Copy();
                    live.Remove(document);
                }
            }

            return live.IsEmpty ? this : this with { Live = live, Count = live.Count() };
        }

        public IEnumerable<string> LiveIds() =>
            Enumerable.Range(0, Segment.Count).Where(document => Live.Has(document)).Select(document => Segment.Entries[document].Service.Id);

        private Part Weighed()
        {
            var weight = Today.Weight;
            if (Delays.Count > 0)
            {
                weight = [.. weight];
                foreach (var (id, delay) in Delays)
                {
                    if (Segment.Find(id) is var document and >= 0) weight[document] = (ushort)(weight[document] + Weights.OfDelay(delay.TotalDays));
                }
            }

            var largest = new ushort[Bitset.WordsFor(weight.Length)];
            for (var document = 0; document < weight.Length; document++) largest[document >> 6] = Math.Max(largest[document >> 6], weight[document]);
            return this with { Weight = weight, LargestWeight = largest };
        }
    }
}
