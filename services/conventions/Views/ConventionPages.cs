using Microsoft.EntityFrameworkCore;

namespace Reseau.Conventions.Views;

/// <summary>Who asks for a list, and for which.</summary>
/// <param name="Institution">Institution id.</param>
/// <param name="SeesAll">Whether it sees the conventions of others.</param>
/// <param name="Filter">What the list is narrowed to.</param>
public sealed record ConventionQuestion(string Institution, bool SeesAll, ConventionFilter Filter);

/// <summary>Where a page ended.</summary>
/// <param name="EndDay"><see cref="ConventionRow.EndDay"/>.</param>
/// <param name="Name">Name of the convention, which parts those of one day.</param>
public sealed record ConventionPosition(int EndDay, string Name);

/// <summary>Reads lists of conventions page by page, those that end first on top: each page is a piece of an index, however long the list.</summary>
public static class ConventionPages
{
    /// <summary>One page.</summary>
    /// <param name="db">The database.</param>
    /// <param name="asked">What is asked for.</param>
    /// <param name="after">Where the page before ended; null for the first.</param>
    /// <param name="size">How many rows.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>The rows, and where the next page begins; null after the last.</returns>
    public static async Task<(IReadOnlyList<ConventionRow> Rows, ConventionPosition? Next)> ReadAsync(
        ConventionsDb db, ConventionQuestion asked, ConventionPosition? after, int size, CancellationToken cancellation)
    {
        var listed = Narrow(db, Seen(db, asked), asked.Filter);
        if (after is not null)
        {
            var (endDay, name) = (after.EndDay, after.Name);
            listed = listed.Where(line => line.EndDay >= endDay && (line.EndDay > endDay || string.Compare(line.Name, name) > 0));
        }
        var rows = await listed.OrderBy(line => line.EndDay).ThenBy(line => line.Name).Take(size + 1).Select(line => line.Row).ToListAsync(cancellation);
        if (rows.Count <= size) return (rows, null);
        rows.RemoveAt(size);
        return (rows, new(rows[^1].EndDay, rows[^1].Name));
    }

    // The list is ordered by columns of the table that it is read from, so that its index gives the order.
    private static IQueryable<Line> Seen(ConventionsDb db, ConventionQuestion asked)
    {
        var (institution, toSign) = (asked.Institution, asked.Filter.ToSign);
        if (asked.SeesAll && !toSign)
        {
            return db.Conventions.AsNoTracking().Where(row => !row.Private || db.Memberships.Any(own => own.Convention == row.Name && own.Institution == institution))
                .Select(row => new Line { Row = row, EndDay = row.EndDay, Name = row.Name });
        }
        var own = db.Memberships.AsNoTracking().Where(row => row.Institution == institution);
        if (toSign) own = own.Where(row => row.ToSign);
        return own.Join(db.Conventions.AsNoTracking(), row => row.Convention, row => row.Name, (member, row) => new Line { Row = row, EndDay = member.EndDay, Name = member.Convention });
    }

    private static IQueryable<Line> Narrow(ConventionsDb db, IQueryable<Line> listed, ConventionFilter filter)
    {
        if (filter.States.Count > 0)
        {
            var states = filter.States.ToArray();
            listed = listed.Where(line => EF.Parameter(states).Contains(line.Row.State));
        }
        if (filter.Kind is { } kind) listed = listed.Where(line => line.Row.Kind == kind);
        if (filter.EndsBefore is { } day)
        {
            var last = day.DayNumber;
            listed = listed.Where(line => line.EndDay > 0 && line.EndDay <= last);
        }
        if (filter.PlainTitle.Length > 0) listed = listed.Where(line => line.Row.PlainTitle.Contains(filter.PlainTitle));
        if (filter.Institution.Length > 0) listed = listed.Where(line => db.Memberships.Any(member => member.Convention == line.Name && member.Institution == filter.Institution));
        return listed;
    }

    private sealed class Line
    {
        public required ConventionRow Row { get; init; }

        public required int EndDay { get; init; }

        public required string Name { get; init; }
    }
}
