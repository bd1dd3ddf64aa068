using Microsoft.EntityFrameworkCore;
using Reseau.Training.Domain.Sessions;

namespace Reseau.Training.Views;

/// <summary>An enrolment in a list.</summary>
/// <param name="Row">The enrolment.</param>
/// <param name="PlainName">What it is ordered by among those of its session; empty in other lists.</param>
public sealed record EnrolmentLine(EnrolmentRow Row, string PlainName);

/// <summary>Where a page of somebody's trainings ended.</summary>
/// <param name="Past">Whether among those that are over.</param>
/// <param name="StartAt">Beginning of the last session.</param>
/// <param name="Session">Name of it.</param>
public sealed record OwnPosition(bool Past, DateTimeOffset StartAt, string Session);

/// <summary>Reads enrolments page by page: one row more than asked for says that another page follows.</summary>
public static class EnrolmentPages
{
    /// <summary>Of a session, by name of the professional.</summary>
    /// <param name="db">The database.</param>
    /// <param name="session"><c>sessions/{session}</c>.</param>
    /// <param name="institution">Institution id whose people are asked for; null = everyone.</param>
    /// <param name="states">In one of these states; all when empty.</param>
    /// <param name="after">Name without accents, and professional, at which the page before ended; null for the first.</param>
    /// <param name="size">How many rows.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static Task<List<EnrolmentLine>> OfSessionAsync(
        TrainingDb db, string session, string? institution, EnrolmentState[] states, string[]? after, int size, CancellationToken cancellation)
    {
        var rows = db.Enrolments.AsNoTracking().Where(row => row.Session == session);
        if (institution is not null) rows = rows.Where(row => row.Institution == institution);
        if (states.Length > 0) rows = rows.Where(row => EF.Parameter(states).Contains(row.State));
        var named = rows.Join(db.Professionals, row => row.Professional, person => person.Name, (row, person) => new { Row = row, person.PlainName });
        if (after is [var plain, var last])
            named = named.Where(line => string.Compare(line.PlainName, plain) > 0 || (line.PlainName == plain && string.Compare(line.Row.Professional, last) > 0));
        return named.OrderBy(line => line.PlainName).ThenBy(line => line.Row.Professional).Take(size + 1).Select(line => new EnrolmentLine(line.Row, line.PlainName)).ToListAsync(cancellation);
    }

    /// <summary>Of a person: those to come first, then the newest.</summary>
    /// <param name="db">The database.</param>
    /// <param name="professional"><c>professionals/{professional}</c>.</param>
    /// <param name="turn">What is over by then is past.</param>
    /// <param name="after">Where the page before ended; null for the first.</param>
    /// <param name="size">How many rows.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<List<EnrolmentLine>> OfPersonAsync(TrainingDb db, string professional, DateTimeOffset turn, OwnPosition? after, int size, CancellationToken cancellation)
    {
        var own = db.Enrolments.AsNoTracking().Where(row => row.Professional == professional);
        var (start, name) = (after?.StartAt ?? default, after?.Session ?? "");
        List<EnrolmentRow> page = [];
        if (after is null or { Past: false })
        {
            var coming = own.Where(row => row.EndAt >= turn);
            if (after is not null) coming = coming.Where(row => row.StartAt > start || (row.StartAt == start && string.Compare(row.Session, name) > 0));
            page = await coming.OrderBy(row => row.StartAt).ThenBy(row => row.Session).Take(size + 1).ToListAsync(cancellation);
        }
        if (page.Count <= size)
        {
            var past = own.Where(row => row.EndAt < turn);
            if (after is { Past: true }) past = past.Where(row => row.StartAt < start || (row.StartAt == start && string.Compare(row.Session, name) > 0));
            page.AddRange(await past.OrderByDescending(row => row.StartAt).ThenBy(row => row.Session).Take(size + 1 - page.Count).ToListAsync(cancellation));
        }
        return page.ConvertAll(row => new EnrolmentLine(row, ""));
    }

    /// <summary>What an institution has to agree to, the oldest first.</summary>
    /// <param name="db">The database.</param>
    /// <param name="institution">Institution id.</param>
    /// <param name="after">When it was asked, session and professional, at which the page before ended; null for the first.</param>
    /// <param name="size">How many rows.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<List<EnrolmentLine>> RequestedAsync(
        TrainingDb db, string institution, (DateTimeOffset At, string Session, string Professional)? after, int size, CancellationToken cancellation)
    {
        var rows = db.Enrolments.AsNoTracking().Where(row => row.Institution == institution && row.State == EnrolmentState.Requested);
        if (after is var (at, session, professional))
        {
            rows = rows.Where(row => row.CreatedAt > at || (row.CreatedAt == at
                && (string.Compare(row.Session, session) > 0 || (row.Session == session && string.Compare(row.Professional, professional) > 0))));
        }
        var page = await rows.OrderBy(row => row.CreatedAt).ThenBy(row => row.Session).ThenBy(row => row.Professional).Take(size + 1).ToListAsync(cancellation);
        return page.ConvertAll(row => new EnrolmentLine(row, ""));
    }
}
