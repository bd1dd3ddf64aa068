using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Partners.Domain;
using Reseau.Partners.Territory;

namespace Reseau.Partners.Views;

/// <summary>The list of institutions, by display name.</summary>
public sealed class InstitutionList : View<PartnersDb>
{
    /// <inheritdoc />
    public override async Task ApplyAsync(PartnersDb db, RecordedEvent recorded, CancellationToken cancellation)
    {
        if (recorded.Body is not InstitutionRegistered(var institution)) return;
        var row = await db.Institutions.FindAsync([recorded.Stream], cancellation);
        if (row is null) db.Institutions.Add(row = new() { Name = recorded.Stream, SortKey = "" });
        row.SortKey = PlainLetters.Of(institution.Name);
    }

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
