using Microsoft.EntityFrameworkCore;
using Reseau.Conventions.Domain;

namespace Reseau.Conventions.Views;

/// <summary>Reads the lists that come by title, page by page: one row more than asked for says that another page follows.</summary>
public static class TitlePages
{
    /// <summary>A page of templates.</summary>
    /// <param name="db">The database.</param>
    /// <param name="publishedOnly">Whether only those that conventions may begin from.</param>
    /// <param name="after">Title and name at which the page before ended; null for the first.</param>
    /// <param name="size">How many rows.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static Task<List<TemplateRow>> TemplatesAsync(ConventionsDb db, bool publishedOnly, string[]? after, int size, CancellationToken cancellation)
    {
        var rows = db.Templates.AsNoTracking();
        if (publishedOnly) rows = rows.Where(row => row.State == TemplateState.Published);
        if (after is [var title, var name]) rows = rows.Where(row => string.Compare(row.PlainTitle, title) > 0 || (row.PlainTitle == title && string.Compare(row.Name, name) > 0));
        return rows.OrderBy(row => row.PlainTitle).ThenBy(row => row.Name).Take(size + 1).ToListAsync(cancellation);
    }

    /// <summary>A page of governance bodies.</summary>
    /// <param name="db">The database.</param>
    /// <param name="member">Institution id that sits in them; null = any.</param>
    /// <param name="after">Title and name at which the page before ended; null for the first.</param>
    /// <param name="size">How many rows.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static Task<List<BodyRow>> BodiesAsync(ConventionsDb db, string? member, string[]? after, int size, CancellationToken cancellation)
    {
        var rows = db.Bodies.AsNoTracking();
        if (member is not null) rows = rows.Where(row => db.Seats.Any(seat => seat.Body == row.Name && seat.Institution == member));
        if (after is [var title, var name]) rows = rows.Where(row => string.Compare(row.PlainTitle, title) > 0 || (row.PlainTitle == title && string.Compare(row.Name, name) > 0));
        return rows.OrderBy(row => row.PlainTitle).ThenBy(row => row.Name).Take(size + 1).ToListAsync(cancellation);
    }
}
