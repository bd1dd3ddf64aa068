using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Partners.Domain;
using Reseau.Partners.Rpc;
using Reseau.Partners.Territory;

namespace Reseau.Partners.Views;

/// <summary>The list of institutions, by display name, with those that left.</summary>
public sealed class InstitutionList : View<PartnersDb>
{
    /// <inheritdoc />
    public override async Task ApplyAsync(PartnersDb db, RecordedEvent recorded, CancellationToken cancellation)
    {
        if (recorded.Body is not (InstitutionRegistered or InstitutionArchived or InstitutionRestored)) return;
        var row = await db.Institutions.FindAsync([recorded.Stream], cancellation);
        if (row is null) db.Institutions.Add(row = new() { Name = recorded.Stream, SortKey = "" });
        if (recorded.Body is InstitutionRegistered(var institution)) row.SortKey = PlainLetters.Of(institution.Name);
        else row.ArchivedAt = recorded.Body is InstitutionArchived ? recorded.OccurredAt : null;
    }

    /// <summary>Which of some institutions have left the network.</summary>
    /// <param name="db">The database.</param>
    /// <param name="names"><c>institutions/{institution}</c>.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static Task<List<string>> LeftAsync(PartnersDb db, IReadOnlyCollection<string> names, CancellationToken cancellation)
    {
        var asked = names.ToArray();
        return db.Institutions.Where(row => row.ArchivedAt != null && EF.Parameter(asked).Contains(row.Name)).Select(row => row.Name).ToListAsync(cancellation);
    }

    /// <summary>Ids of all institutions that have left the network.</summary>
    public static async Task<IReadOnlySet<string>> LeftAsync(PartnersDb db, CancellationToken cancellation) =>
        (await db.Institutions.Where(row => row.ArchivedAt != null).Select(row => row.Name).ToListAsync(cancellation)).Select(Names.IdOf).ToHashSet(StringComparer.Ordinal);

    /// <inheritdoc />
    public override Task ClearAsync(PartnersDb db, CancellationToken cancellation) => db.Institutions.ExecuteDeleteAsync(cancellation);

    /// <summary>One page of names; one more than asked when there is a next page.</summary>
    public static Task<List<InstitutionRow>> PageAsync(PartnersDb db, (string SortKey, string Name)? after, int skip, int size, CancellationToken cancellation)
    {
        var rows = db.Institutions.AsNoTracking();
        if (after is { } last) rows = rows.Where(i => string.Compare(i.SortKey, last.SortKey) > 0 || (i.SortKey == last.SortKey && string.Compare(i.Name, last.Name) > 0));
        return rows.OrderBy(i => i.SortKey).ThenBy(i => i.Name).Skip(skip).Take(size + 1).ToListAsync(cancellation);
    }
}
