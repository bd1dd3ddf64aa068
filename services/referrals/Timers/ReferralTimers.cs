using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Hosting.Timers;
using Reseau.Referrals.Domain;
using Reseau.Referrals.Rpc;
using Reseau.Referrals.Views;

namespace Reseau.Referrals.Timers;

/// <summary>What time does to referrals: it reminds, escalates and ends the wait.</summary>
public sealed partial class ReferralTimers(ILogger<ReferralTimers> logger) : ITimers<ReferralsDb>
{
    /// <inheritdoc />
    public int AtOnce => 8;

    /// <inheritdoc />
    public async Task<IReadOnlyList<DueTimer>> DueAsync(ReferralsDb db, DateTimeOffset now, int most, CancellationToken cancellation)
    {
        DateTimeOffset? until = now;
        var due = await db.Timers.AsNoTracking().Where(t => t.DueAt <= until).OrderBy(t => t.DueAt).Take(most).ToListAsync(cancellation);
        return due.ConvertAll(row => new DueTimer(row.Referral, row.Version, $"{row.Kind}", row.DueAt!.Value));
    }

    /// <inheritdoc />
    public Task<DateTimeOffset?> NextAsync(ReferralsDb db, CancellationToken cancellation) =>
        db.Timers.Where(t => t.DueAt != null).OrderBy(t => t.DueAt).Select(t => t.DueAt).FirstOrDefaultAsync(cancellation);

    /// <inheritdoc />
    public async Task<StreamVersion> RingAsync(LogUnit<ReferralsDb> unit, DueTimer timer, CancellationToken cancellation)
    {
        var current = ReferralStore.Fold(timer.Stream, await unit.ReadAsync(timer.Stream, cancellation)) ?? throw new InvalidOperationException($"{timer.Stream} has a timer and no history.");
        var away = await TimerView.AbsencesAsync(unit.Db, current.Submission.Parties.Service, cancellation);
        var events = TimerDecider.Ring(current, unit.Command.Now, current.Waiting.Delays, away).EventsOrThrow();
        // Overtaken: somebody acted, or who was away is back.
        if (events.Count == 0) await TimerView.SetAsync(unit.Db, timer.Stream, cancellation);
        return await unit.AppendAsync(timer.Stream, current.Version, events, cancellation);
    }

    /// <inheritdoc />
    public async Task PostponeAsync(ReferralsDb db, DueTimer timer, DateTimeOffset until, CancellationToken cancellation)
    {
        if (await db.Timers.FindAsync([timer.Stream], cancellation) is { } again && again.Version == timer.Version) again.DueAt = until;
    }

    void ITimers<ReferralsDb>.LogFailed(string stream, string error) => LogFailed(stream, error);

    void ITimers<ReferralsDb>.LogPostponed(string error) => LogPostponed(error);

    [LoggerMessage(3000, LogLevel.Warning, "The timers are postponed ({Error}); none is lost.")]
    private partial void LogPostponed(string error);

    [LoggerMessage(3001, LogLevel.Error, "The timer of {Referral} failed ({Error}); it is tried again in ten minutes.")]
    private partial void LogFailed(string referral, string error);
}
