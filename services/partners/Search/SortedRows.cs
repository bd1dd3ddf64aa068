namespace Reseau.Partners.Search;

/// <summary>
/// Items in order, in chunks of a few hundred: adding and removing move one chunk, a page starts by two binary searches. Eight bytes an item,
/// where a tree would take fifty. Not safe for several threads.
/// </summary>
internal sealed class SortedRows<T>(Comparison<T> order)
    where T : class
{
    private const int Largest = 512;

    private readonly List<List<T>> _chunks = [[]];

    public int Count { get; private set; }

    public void Add(T item)
    {
        var chunk = ChunkFor(other => order(other, item) <= 0);
        var items = _chunks[chunk];
        var at = FirstIn(items, other => order(other, item));
        if (at < items.Count && order(items[at], item) == 0) return;
        items.Insert(at, item);
        Count++;
        if (items.Count < Largest) return;
        _chunks.Insert(chunk + 1, items.GetRange(Largest / 2, items.Count - (Largest / 2)));
        items.RemoveRange(Largest / 2, items.Count - (Largest / 2));
    }

    public void Remove(T item)
    {
        var chunk = ChunkFor(other => order(other, item) <= 0);
        var items = _chunks[chunk];
        var at = FirstIn(items, other => order(other, item));
        if (at == items.Count || order(items[at], item) != 0) return;
        items.RemoveAt(at);
        Count--;
        if (items.Count == 0 && _chunks.Count > 1) _chunks.RemoveAt(chunk);
    }

    /// <summary>The items from the first that is not before the place sought; <paramref name="isBefore"/> is negative for those before it.</summary>
    public IEnumerable<T> From(Func<T, int> isBefore)
    {
        var chunk = ChunkFor(other => isBefore(other) < 0);
        for (var at = FirstIn(_chunks[chunk], isBefore); chunk < _chunks.Count; chunk++, at = 0)
        {
            for (; at < _chunks[chunk].Count; at++) yield return _chunks[chunk][at];
        }
    }

    /// <summary>The last chunk whose first item is before the place sought: it holds the place or ends where it would be.</summary>
    private int ChunkFor(Func<T, bool> isBefore)
    {
        var (low, high) = (0, _chunks.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (isBefore(_chunks[middle][0])) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    private static int FirstIn(List<T> items, Func<T, int> compare)
    {
        var (low, high) = (0, items.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (compare(items[middle]) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
