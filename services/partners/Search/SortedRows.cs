using System.Buffers.Binary;

namespace Reseau.Partners.Search;

/// <summary>Sorting many rows at once.</summary>
internal static class SortedRows
{
    /// <summary>The first eight bytes of a name as a number: most names differ in them, and numbers lie side by side in memory.</summary>
    public static ulong KeyOf(ReadOnlySpan<byte> name)
    {
        Span<byte> start = stackalloc byte[sizeof(ulong)];
        start.Clear();
        name[..Math.Min(name.Length, start.Length)].CopyTo(start);
        return BinaryPrimitives.ReadUInt64BigEndian(start);
    }

    /// <summary>Items by key, and where keys are equal by <paramref name="order"/>, of which the key is a beginning.</summary>
    public static T[] ByKey<T>(IEnumerable<T> items, Func<T, ulong> keyOf, Comparison<T> order)
    {
        var keyed = items.Select(item => (Key: keyOf(item), Item: item)).ToArray();
        Array.Sort(keyed, (x, y) => x.Key != y.Key ? x.Key.CompareTo(y.Key) : order(x.Item, y.Item));
        return Array.ConvertAll(keyed, entry => entry.Item);
    }
}

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

    /// <summary>Replaces everything by items that are in order.</summary>
    public void Fill(IEnumerable<T> items)
    {
        _chunks.Clear();
        // Room is left in each for those to come.
        foreach (var chunk in items.Chunk(Largest * 3 / 4)) _chunks.Add([.. chunk]);
        Count = _chunks.Sum(chunk => chunk.Count);
        if (_chunks.Count == 0) _chunks.Add([]);
    }

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
