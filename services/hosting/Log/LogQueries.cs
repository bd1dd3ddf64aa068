using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Reseau.Hosting.Log;

/// <summary>
/// The questions that every command and every round of the publisher ask, compiled once: preparing one each time costs more than
/// SQLite needs to answer it. A compiled query belongs to one model, that is to one service on one provider.
/// </summary>
internal sealed class LogQueries
{
    /// <summary>Most events read at once.</summary>
    public const int PageSize = 500;

    private static readonly ConditionalWeakTable<IModel, LogQueries> Known = [];

    private LogQueries()
    {
    }

    /// <summary>The queries of a database.</summary>
    public static LogQueries Of(LogDb db) => Known.GetValue(db.Model, static _ => new());

    /// <summary>The answer given to a request of an institution; null for a new one.</summary>
    public Func<LogDb, string, string, CancellationToken, Task<RequestRow?>> Request { get; } = EF.CompileAsyncQuery(
        (LogDb db, string institution, string requestId, CancellationToken _) =>
            db.Requests.AsNoTracking().SingleOrDefault(r => r.Institution == institution && r.RequestId == requestId));

    /// <summary>The newest position; null for an empty log.</summary>
    public Func<LogDb, CancellationToken, Task<long?>> Head { get; } = EF.CompileAsyncQuery(
        (LogDb db, CancellationToken _) => db.Events.Max(e => (long?)e.Position));

    /// <summary>A page of the events after a position, in order.</summary>
    public Func<LogDb, long, IAsyncEnumerable<EventRow>> After { get; } = EF.CompileAsyncQuery(
        (LogDb db, long after) => db.Events.AsNoTracking().Where(e => e.Position > after).OrderBy(e => e.Position).Take(PageSize));

    /// <summary>
    /// The same, of the events that an institution may see. Both sides say after which position: PostgreSQL merges them, and would read the log from
    /// its beginning to reach a position that it is told of the audience alone.
    /// </summary>
    public Func<LogDb, string, long, IAsyncEnumerable<EventRow>> AfterFor { get; } = EF.CompileAsyncQuery(
        (LogDb db, string institution, long after) => db.Audience.Where(a => a.Institution == institution && a.Position > after)
            .Join(db.Events.AsNoTracking().Where(e => e.Position > after), a => a.Position, e => e.Position, (_, e) => e).OrderBy(e => e.Position).Take(PageSize));

    /// <summary>The same, of the events of one type.</summary>
    public Func<LogDb, string, long, IAsyncEnumerable<EventRow>> AfterOfType { get; } = EF.CompileAsyncQuery(
        (LogDb db, string type, long after) => db.Events.AsNoTracking().Where(e => e.Position > after && e.Type == type).OrderBy(e => e.Position).Take(PageSize));

    /// <summary>The events of a stream up to a version, oldest first.</summary>
    public Func<LogDb, string, long, IAsyncEnumerable<EventRow>> Stream { get; } = EF.CompileAsyncQuery<LogDb, string, long, EventRow>(
        (db, stream, upTo) => db.Events.AsNoTracking().Where(e => e.Stream == stream && e.Version <= upTo).OrderBy(e => e.Version));

    /// <summary>The hash of one event.</summary>
    public Func<LogDb, string, long, CancellationToken, Task<byte[]>> Hash { get; } = EF.CompileAsyncQuery(
        (LogDb db, string stream, long version, CancellationToken _) =>
            db.Events.Where(e => e.Stream == stream && e.Version == version).Select(e => e.Hash).Single());

    /// <summary>How far a reader has come, to be changed; null at its first step.</summary>
    public Func<LogDb, string, CancellationToken, Task<CursorRow?>> Cursor { get; } = EF.CompileAsyncQuery(
        (LogDb db, string name, CancellationToken _) => db.Cursors.SingleOrDefault(c => c.Name == name));

    /// <summary>The key of a subject; null when it has none.</summary>
    public Func<LogDb, string, CancellationToken, Task<PersonalKeyRow?>> PersonalKey { get; } = EF.CompileAsyncQuery(
        (LogDb db, string subject, CancellationToken _) => db.PersonalKeys.SingleOrDefault(k => k.Subject == subject));

    /// <summary>A part of a subject's personal data, to be changed; null when it is new.</summary>
    public Func<LogDb, string, string, CancellationToken, Task<PersonalPartRow?>> PersonalPart { get; } = EF.CompileAsyncQuery(
        (LogDb db, string subject, string part, CancellationToken _) => db.PersonalParts.SingleOrDefault(p => p.Subject == subject && p.Part == part));
}
