namespace Reseau.Partners.Search;

/// <summary>
/// Makes the next snapshot. What changed becomes a small segment; it takes in the ones before it that are not much larger, so that there are
/// never more than a handful, and a service is read again a few times while the directory grows, not once for every change elsewhere.
/// </summary>
internal static class SnapshotWriter
{
    /// <summary>A segment is left alone while it is so many times larger than what comes after it.</summary>
    private const int Growth = 4;

    /// <summary>Below it, one segment is enough.</summary>
    private const int Small = 128;

    public static Snapshot With(Snapshot before, IReadOnlyCollection<string> touched, Func<IReadOnlyCollection<Shown>, Snapshot.Part> build, Func<string, Shown?> find)
    {
        var parts = before.Parts.Select(part => part.Without(touched)).Where(part => part.Count > 0).ToList();
        var changed = touched.Select(find).OfType<Shown>().ToList();
        while (parts.Count > 0 && (parts[^1].Count < Growth * changed.Count || parts[^1].Count + changed.Count <= Small))
        {
            changed.AddRange(parts[^1].LiveIds().Select(find).OfType<Shown>());
            parts.RemoveAt(parts.Count - 1);
        }

        if (changed.Count > 0) parts.Add(build(changed));
        return new(parts);
    }
}
