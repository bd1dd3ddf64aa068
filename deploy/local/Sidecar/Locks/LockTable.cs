namespace Reseau.Sidecar.Locks;

/// <summary>
/// Who holds what, until when. In memory on purpose: the holders live in the process that embeds the sidecar, so a lock that
/// outlived it would only make the next start wait for an expiry.
/// </summary>
internal sealed class LockTable(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<LockKey, Held> _held = [];

    public bool TryTake(LockKey key, string owner, TimeSpan duration)
    {
        lock (_gate)
        {
            if (Current(key) is not null) return false;
            _held[key] = new Held(owner, clock.GetUtcNow() + duration);
            return true;
        }
    }

    public Release TryRelease(LockKey key, string owner)
    {
        lock (_gate)
        {
            if (Current(key) is not { } held) return Release.NotHeld;
            if (held.Owner != owner) return Release.HeldByAnother;
            _held.Remove(key);
            return Release.Released;
        }
    }

    private Held? Current(LockKey key)
    {
        if (!_held.TryGetValue(key, out var held)) return null;
        if (held.Until > clock.GetUtcNow()) return held;
        _held.Remove(key);
        return null;
    }

    private sealed record Held(string Owner, DateTimeOffset Until);
}

/// <summary>What is locked: applications do not share locks.</summary>
internal sealed record LockKey(string Store, string AppId, string Resource);

/// <summary>What became of a lock given back.</summary>
internal enum Release
{
    Released,
    NotHeld,
    HeldByAnother,
}
