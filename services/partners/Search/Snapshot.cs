namespace Reseau.Partners.Search;

/// <summary>
/// What a search reads, from its first line to its last: a large segment, a small one with what changed since, and which documents of the
/// large one that small one replaces or removes. Nothing in it ever changes.
/// </summary>
internal sealed record Snapshot(Snapshot.Part Main, Snapshot.Part Recent)
{
    /// <summary>A segment with what it does not hold itself: its hidden documents, and days of usual delay by document, negative when unknown.</summary>
    internal sealed record Part(Segment Segment, bool[] Hidden, double[] UsualDelayDays)
    {
        public static Part Of(Segment segment, IReadOnlyDictionary<string, TimeSpan> delays) =>
            new Part(segment, new bool[segment.Count], []).With(delays);

        public Part With(IReadOnlyDictionary<string, TimeSpan> delays) => this with
        {
            UsualDelayDays = Array.ConvertAll(Segment.Entries, entry => delays.TryGetValue(entry.Service.Id, out var delay) ? delay.TotalDays : -1),
        };
    }
}
