using Microsoft.EntityFrameworkCore;
using Reseau.Conventions.Domain;
using Reseau.Conventions.Rpc;
using Reseau.Conventions.Subscriptions;
using Reseau.Conventions.Views;
using Reseau.Hosting.Log;
using Reseau.Hosting.Timers;

namespace Reseau.Conventions.Timers;

/// <summary>What time does to conventions: it reminds, lets proposals lapse, begins and ends what was signed, and releases who has left the network.</summary>
public sealed partial class ConventionTimers(ILogger<ConventionTimers> logger) : ITimers<ConventionsDb>
{
    /// <inheritdoc />
    /// <remarks>One after the other: a ring may change the convention that follows, too.</remarks>
    public int AtOnce => 1;

    /// <inheritdoc />
    public async Task<IReadOnlyList<DueTimer>> DueAsync(ConventionsDb db, DateTimeOffset now, int most, CancellationToken cancellation)
    {
        DateTimeOffset? until = now;
        var due = await db.Conventions.AsNoTracking().Where(row => row.DueAt <= until).OrderBy(row => row.DueAt).Take(most).ToListAsync(cancellation);
        return due.ConvertAll(row => new DueTimer(row.Name, row.Version, $"{row.TimerKind}", row.DueAt!.Value));
    }

    /// <inheritdoc />
    public Task<DateTimeOffset?> NextAsync(ConventionsDb db, CancellationToken cancellation) =>
        db.Conventions.Where(row => row.DueAt != null).OrderBy(row => row.DueAt).Select(row => row.DueAt).FirstOrDefaultAsync(cancellation);

    /// <inheritdoc />
    public async Task<StreamVersion> RingAsync(LogUnit<ConventionsDb> unit, DueTimer timer, CancellationToken cancellation)
    {
        var name = timer.Stream;
        var current = ConventionStore.Fold(name, await unit.ReadAsync(name, cancellation)) ?? throw new InvalidOperationException($"{name} has a timer and no history.");
        var renewal = current is { ReplacedOn: not null, SupersededBy: { } next } ? ConventionStore.Fold(next, await unit.ReadAsync(next, cancellation)) : null;
        var events = TimerDecider.Ring(current, renewal, await Departures.AmongAsync(unit.Db, current.Content.Institutions, cancellation), unit.Command.Now).EventsOrThrow();
        var result = await unit.AppendAsync(name, current.Version, events, cancellation);
        // A proposal that lapsed may have been meant to follow another one, which is free again.
        await ConventionStore.TellFollowedAsync(unit, ConventionStore.After(current, result), cancellation);
        return result;
    }

    /// <inheritdoc />
    public async Task PostponeAsync(ConventionsDb db, DueTimer timer, DateTimeOffset until, CancellationToken cancellation)
    {
        if (await db.Conventions.FindAsync([timer.Stream], cancellation) is { } again && again.Version == timer.Version) again.DueAt = until;
    }

    void ITimers<ConventionsDb>.LogFailed(string stream, string error) => LogFailed(stream, error);

    void ITimers<ConventionsDb>.LogPostponed(string error) => LogPostponed(error);

    [LoggerMessage(2000, LogLevel.Warning, "The timers are postponed ({Error}); none is lost.")]
    private partial void LogPostponed(string error);

    [LoggerMessage(2001, LogLevel.Error, "The timer of {Convention} failed ({Error}); it is tried again in ten minutes.")]
    private partial void LogFailed(string convention, string error);
}
