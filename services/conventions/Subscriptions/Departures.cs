using Microsoft.EntityFrameworkCore;
using Reseau.Conventions.Domain;
using Reseau.Conventions.Views;

namespace Reseau.Conventions.Subscriptions;

/// <summary>Who has left the network, as decisions ask for it.</summary>
public static class Departures
{
    /// <summary>Which of some institutions have left.</summary>
    public static async Task<IReadOnlyList<Departure>> AmongAsync(ConventionsDb db, IEnumerable<string> institutions, CancellationToken cancellation)
    {
        var asked = institutions.ToArray();
        var rows = await db.DepartedInstitutions.AsNoTracking().Where(row => EF.Parameter(asked).Contains(row.Institution)).ToListAsync(cancellation);
        return rows.ConvertAll(row => new Departure(row.Institution, row.LeftAt));
    }

    /// <summary>The same, by their ids alone.</summary>
    public static async Task<IReadOnlyList<string>> IdsAmongAsync(ConventionsDb db, IEnumerable<string> institutions, CancellationToken cancellation) =>
        [.. (await AmongAsync(db, institutions, cancellation)).Select(left => left.Institution).Order(StringComparer.Ordinal)];
}
