using Reseau.Identity.Realm;

namespace Reseau.Identity.Sessions;

/// <summary>
/// Checks passwords, and slows guessing down as Keycloak does: after <c>failureFactor</c> failures the account waits, longer
/// each time the factor is reached again. Only accounts that exist are counted, so the table cannot be filled from outside.
/// </summary>
public sealed class LoginGuard(IdentityRealm realm, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (int Failures, DateTimeOffset LastAt, DateTimeOffset BlockedUntil)> _failures = new(StringComparer.Ordinal);

    /// <summary>Whether the account may sign in with this password now. A blocked account is refused whatever the password.</summary>
    public bool Accepts(Account account, string password)
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            var known = _failures.GetValueOrDefault(account.Subject);
            if (now < known.BlockedUntil) return false;
            if (account.Enabled && account.HasPassword(password))
            {
                _failures.Remove(account.Subject);
                return true;
            }

            var forgotten = now - known.LastAt > TimeSpan.FromSeconds(realm.Settings.MaxDeltaTimeSeconds);
            var failures = forgotten ? 1 : known.Failures + 1;
            _failures[account.Subject] = (failures, now, now + Wait(failures));
            return false;
        }
    }

    private TimeSpan Wait(int failures) => TimeSpan.FromSeconds(Math.Min(
        realm.Settings.MaxFailureWaitSeconds,
        realm.Settings.WaitIncrementSeconds * (failures / realm.Settings.FailureFactor)));
}
