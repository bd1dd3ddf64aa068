using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Policies;
using Reseau.Kernel;
using Reseau.Kernel.Calendar;
using Reseau.Kernel.Policies;
using Reseau.Partners.Search;
using Reseau.Partners.Subscriptions;
using Reseau.Partners.Views;

namespace Reseau.Partners.Rpc;

/// <summary>
/// What conventions mean for each institution that searches, kept at hand for a second: a list may be that old, since a referral is decided
/// on what is signed when it is sent.
/// </summary>
public sealed class BondBook(IDbContextFactory<PartnersDb> databases, PolicyReader policies, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, (Bonds Bonds, long ReadAt)> _known = new(StringComparer.Ordinal);

    /// <summary>The bonds of an institution; none for nobody.</summary>
    public async ValueTask<Bonds> OfAsync(string institution, CancellationToken cancellation)
    {
        if (institution.Length == 0) return Bonds.None;
        if (_known.TryGetValue(institution, out var known) && clock.GetElapsedTime(known.ReadAt) < Fresh) return known.Bonds;
        var asked = clock.GetTimestamp();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var signed = await ConventionSubscription.BondsOfAsync(db, institution, FrenchDay.Of(clock.GetUtcNow()), cancellation);
        var bonds = signed with { OnlyBound = await IsStrictAsync(cancellation) };
        _known[institution] = (bonds, asked);
        return bonds;
    }

    /// <summary>The habilitations that somebody holds today, by the subject of their token; null while nobody can tell.</summary>
    public async Task<IReadOnlyList<string>?> HeldByAsync(string subject, CancellationToken cancellation)
    {
        try
        {
            return await policies.HabilitationsAsync(subject, FrenchDay.Of(clock.GetUtcNow()), cancellation);
        }
        catch (RefusedException)
        {
            return null;
        }
    }

    // A directory that cannot tell shows more rather than nothing.
    private async ValueTask<bool> IsStrictAsync(CancellationToken cancellation)
    {
        try
        {
            return await policies.NetworkAsync(cancellation) == NetworkMode.Strict;
        }
        catch (RefusedException)
        {
            return false;
        }
    }
}
