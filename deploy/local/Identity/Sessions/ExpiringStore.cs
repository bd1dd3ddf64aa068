namespace Reseau.Identity.Sessions;

/// <summary>Short-lived items by unguessable key, in memory. Bounded: past the capacity the oldest goes first.</summary>
public sealed class ExpiringStore<T>(TimeProvider clock, TimeSpan lifetime, int capacity)
    where T : class
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (T Item, DateTimeOffset ExpiresAt)> _items = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>Keeps <paramref name="item"/> and gives the key to find it.</summary>
    public string Add(T item)
    {
        var (key, now) = (RandomKey.Create(), clock.GetUtcNow());
        lock (_gate)
        {
            // All live equally long, so the oldest is always the next to expire.
            while (_order.TryPeek(out var oldest) && (_items.Count >= capacity || !_items.TryGetValue(oldest, out var entry) || entry.ExpiresAt <= now))
                _items.Remove(_order.Dequeue());

            _items[key] = (item, now + lifetime);
            _order.Enqueue(key);
        }

        return key;
    }

    /// <summary>The item of that key, unless its time is over.</summary>
    public T? Find(string? key)
    {
        if (key is null) return null;
        lock (_gate) return _items.TryGetValue(key, out var entry) && entry.ExpiresAt > clock.GetUtcNow() ? entry.Item : null;
    }

    /// <summary>Forgets an item.</summary>
    public void Remove(string key)
    {
        lock (_gate) _items.Remove(key);
    }
}
