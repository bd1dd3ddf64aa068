using Microsoft.EntityFrameworkCore;
using Reseau.Events.V1;
using Reseau.Hosting.Messaging;
using Reseau.Hosting.Policies;
using Reseau.Kernel.Policies;
using Reseau.Partners.Search;
using Reseau.Partners.Views;

namespace Reseau.Partners.Subscriptions;

/// <summary>Learns from conventions who is bound to whom: the directory puts those first, and says until when and what whoever refers must be qualified for.</summary>
public sealed class ConventionSubscription : ISubscription<PartnersDb>
{
    // A habilitation's code has none.
    private const char Separator = ',';

    /// <inheritdoc />
    public string Source => "conventions";

    /// <inheritdoc />
    public async Task HandleAsync(PartnersDb db, IReadOnlyList<Change> changes, CancellationToken cancellation)
    {
        foreach (var compiled in changes.Select(change => change.PolicyCompiled).OfType<PolicyCompiled>())
        {
            var policy = PolicyMapper.Read(compiled.Policy);
            var row = await db.Bonds.FindAsync([policy.From, policy.To], cancellation);
            if (row is null) db.Bonds.Add(row = new() { Sender = policy.From, Recipient = policy.To });
            if (row.Version >= policy.Version) continue;
            (row.Version, row.Standing, row.Start, row.End, row.Contradicts) = (policy.Version, policy.Standing, policy.Start, policy.End, policy.Contradictions.Count > 0);
            row.Habilitations = policy.RequiredHabilitations.Count == 0 ? null : string.Join(Separator, policy.RequiredHabilitations);
        }
    }

    /// <summary>Those to whom an institution may send, or may not, whatever the network's mode.</summary>
    /// <param name="db">The database.</param>
    /// <param name="sender">Institution id.</param>
    /// <param name="today">The day.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<Bonds> BondsOfAsync(PartnersDb db, string sender, DateOnly today, CancellationToken cancellation)
    {
        var rows = await db.Bonds.AsNoTracking().Where(row => row.Sender == sender).ToListAsync(cancellation);
        var live = rows.FindAll(row => row.Standing == PolicyStanding.InForce && (row.Start is null || row.Start <= today) && (row.End is null || today <= row.End));
        return new(
            live.FindAll(row => !row.Contradicts).ToDictionary(row => row.Recipient, row => row.End, StringComparer.Ordinal),
            rows.FindAll(row => row.Standing == PolicyStanding.Suspended).Concat(live.FindAll(row => row.Contradicts)).Select(row => row.Recipient).ToHashSet(StringComparer.Ordinal),
            OnlyBound: false)
        {
            Habilitations = live.FindAll(row => row.Habilitations is not null).ToDictionary(row => row.Recipient, IReadOnlyList<string> (row) => row.Habilitations!.Split(Separator), StringComparer.Ordinal),
        };
    }
}
