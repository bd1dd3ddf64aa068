using System.Text.Json;
using Reseau.Identity.Realm;

namespace Reseau.Identity.Sessions;

/// <summary>
/// Sign-in sessions, in memory and, at each change, in one file: a restart signs nobody out. One machine's worth of
/// sessions fits; a real realm is Keycloak's.
/// </summary>
public sealed class SessionStore
{
    // A browser signed in all day may collect many; the oldest have long been refreshed or forgotten.
    private const int GrantsPerSession = 50;

    private readonly Lock _gate = new();
    private readonly IdentityRealm _realm;
    private readonly TimeProvider _clock;
    private readonly string _path;
    private readonly Dictionary<string, Session> _sessions;

    /// <summary>Reads the sessions kept in <paramref name="directory"/>.</summary>
    public SessionStore(IdentityRealm realm, TimeProvider clock, string directory)
    {
        (_realm, _clock, _path) = (realm, clock, Path.Combine(directory, "sessions.json"));
        var kept = File.Exists(_path) ? JsonSerializer.Deserialize<Session[]>(File.ReadAllBytes(_path)) ?? [] : [];
        _sessions = kept.ToDictionary(session => session.Id, StringComparer.Ordinal);
    }

    private TimeSpan Idle => TimeSpan.FromSeconds(_realm.Settings.SsoSessionIdleTimeout);

    private TimeSpan Max => TimeSpan.FromSeconds(_realm.Settings.SsoSessionMaxLifespan);

    /// <summary>Opens a session for an account whose password was just checked.</summary>
    public Session Open(string subject, string browserKey)
    {
        var now = _clock.GetUtcNow();
        return Change(() => Put(new(Guid.NewGuid().ToString(), RandomKey.HashOf(browserKey), subject, now, now, now, [])));
    }

    /// <summary>The live session a browser's cookie proves.</summary>
    public Session? FindByBrowser(string? browserKey)
    {
        if (browserKey is null) return null;
        var hash = RandomKey.HashOf(browserKey);
        lock (_gate) return _sessions.Values.FirstOrDefault(session => session.BrowserKeyHash == hash && IsLive(session));
    }

    /// <summary>The live session of that id, if <paramref name="clientId"/> still holds a grant in it.</summary>
    public Session? FindGrant(string sessionId, string clientId)
    {
        lock (_gate) return Live(sessionId) is { } session && session.Grants.Any(grant => grant.ClientId == clientId) ? session : null;
    }

    /// <summary>The live session of that id.</summary>
    public Session? Find(string sessionId)
    {
        lock (_gate) return Live(sessionId);
    }

    /// <summary>Records that the password was typed again, and gives the browser a new key.</summary>
    public Session? Reauthenticate(string sessionId, string browserKey)
    {
        var now = _clock.GetUtcNow();
        return Change(() => Live(sessionId) is { } session
            ? Put(session with { AuthenticatedAt = now, SeenAt = now, BrowserKeyHash = RandomKey.HashOf(browserKey) })
            : null);
    }

    /// <summary>Gives a client a grant in the session. Null when the session has ended.</summary>
    public Session? Attach(string sessionId, ClientGrant grant) => Change(() => Live(sessionId) is { } session
        ? Put(session with { SeenAt = _clock.GetUtcNow(), Grants = [.. session.Grants.TakeLast(GrantsPerSession - 1), grant] })
        : null);

    /// <summary>
    /// Exchanges a refresh token for the next one of its grant. A token already exchanged means that someone holds a copy:
    /// everything the client holds in the session is revoked, since nobody can tell which of the two is the client.
    /// </summary>
    public (Rotation Outcome, Session? Session, ClientGrant? Grant) Rotate(string sessionId, string clientId, string presented) =>
        Change<(Rotation, Session?, ClientGrant?)>(() =>
        {
            var session = Live(sessionId);
            var grant = session?.Grants.FirstOrDefault(one => one.ClientId == clientId && one.Issued(presented));
            if (session is null || grant is null) return (Rotation.Ended, null, null);
            if (grant.RefreshTokenId != presented)
            {
                Put(Without(session, clientId));
                return (Rotation.Reused, null, null);
            }

            var next = grant.Renewed();
            Put(session = session with { SeenAt = _clock.GetUtcNow(), Grants = [.. session.Grants.Where(one => one != grant), next] });
            return (Rotation.Done, session, next);
        });

    /// <summary>Takes back what a client holds in the session.</summary>
    public void Detach(string sessionId, string clientId) => Change(() =>
        Live(sessionId) is { } session ? Put(Without(session, clientId)) : null);

    /// <summary>Ends the session, for every client.</summary>
    public void End(string sessionId) => Change(() => _sessions.Remove(sessionId));

    /// <summary>When a refresh token given now stops being of use.</summary>
    public DateTimeOffset RefreshEnd(Session session)
    {
        var (idle, max) = (_clock.GetUtcNow() + Idle, session.StartedAt + Max);
        return idle < max ? idle : max;
    }

    private static Session Without(Session session, string clientId) =>
        session with { Grants = [.. session.Grants.Where(grant => grant.ClientId != clientId)] };

    private Session? Live(string id) => _sessions.GetValueOrDefault(id) is { } session && IsLive(session) ? session : null;

    private bool IsLive(Session session)
    {
        var now = _clock.GetUtcNow();
        return now < session.SeenAt + Idle && now < session.StartedAt + Max && _realm.FindSubject(session.Subject) is not null;
    }

    private Session Put(Session session) => _sessions[session.Id] = session;

    private T Change<T>(Func<T> change)
    {
        lock (_gate)
        {
            var result = change();
            foreach (var ended in _sessions.Values.Where(session => !IsLive(session)).ToArray()) _sessions.Remove(ended.Id);
            PrivateFile.Write(_path, JsonSerializer.SerializeToUtf8Bytes(_sessions.Values));
            return result;
        }
    }
}
