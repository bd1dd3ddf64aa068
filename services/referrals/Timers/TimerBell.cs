using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Referrals.Domain;
using Reseau.Referrals.Rpc;
using Reseau.Referrals.Views;

namespace Reseau.Referrals.Timers;

/// <summary>
/// Lets time act on the referrals whose timer is due. Each ring is a command under a request id made of the referral, its version and what
/// was due when: whoever rings, and however often, it happens once. The decision is taken on the log, not on the row that woke us.
/// </summary>
public sealed partial class TimerBell(CommandLog<ReferralsDb> commands, ILogWriter<ReferralsDb> writer, IDbContextFactory<ReferralsDb> databases, TimeProvider clock, ILogger<TimerBell> logger)
{
    /// <summary>How many referrals a round takes.</summary>
    public const int BatchSize = 100;

    private const int AtOnce = 8;
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(10);

    /// <summary>Rings for those who have waited longest.</summary>
    /// <returns>How many were taken; fewer than <see cref="BatchSize"/> when the backlog is drained.</returns>
    public async Task<int> RingAsync(CancellationToken cancellation)
    {
        List<TimerRow> due;
        await using (var db = await databases.CreateDbContextAsync(cancellation))
        {
            DateTimeOffset? now = clock.GetUtcNow();
            due = await db.Timers.AsNoTracking().Where(t => t.DueAt <= now).OrderBy(t => t.DueAt).Take(BatchSize).ToListAsync(cancellation);
        }
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, RingOneAsync);
        return due.Count;
    }

    /// <summary>When the next one is due; null when none waits.</summary>
    public async Task<DateTimeOffset?> NextAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Timers.Where(t => t.DueAt != null).OrderBy(t => t.DueAt).Select(t => t.DueAt).FirstOrDefaultAsync(cancellation);
    }

    private async ValueTask RingOneAsync(TimerRow row, CancellationToken cancellation)
    {
        try
        {
            await commands.ExecuteAsync(CommandOf(row), (unit, token) => DecideAsync(unit, row, token), cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            // It must not hold up the others, who are due after it.
            LogFailed(row.Referral, failure.GetType().Name);
            await PostponeAsync(row, cancellation);
        }
    }

    private static async Task<StreamVersion> DecideAsync(LogUnit<ReferralsDb> unit, TimerRow row, CancellationToken cancellation)
    {
        var current = ReferralStore.Fold(row.Referral, await unit.ReadAsync(row.Referral, cancellation)) ?? throw new InvalidOperationException($"{row.Referral} has a timer and no history.");
        var away = await TimerView.AbsencesAsync(unit.Db, row.Service, cancellation);
        var events = TimerDecider.Ring(current, unit.Command.Now, current.Waiting.Delays, away).EventsOrThrow();
        // Overtaken: somebody acted, or who was away is back.
        if (events.Count == 0) await TimerView.SetAsync(unit.Db, row.Referral, cancellation);
        return await unit.AppendAsync(row.Referral, current.Version, events, cancellation);
    }

    private Command CommandOf(TimerRow row)
    {
        var ring = string.Create(CultureInfo.InvariantCulture, $"{row.Referral}/timers/{row.Version}-{row.Kind}-{row.DueAt!.Value.UtcTicks}");
        return Command.OfNobody(StableId.Of(ring).ToString(), SHA256.HashData(Encoding.UTF8.GetBytes(ring)), clock.GetUtcNow());
    }

    private async Task PostponeAsync(TimerRow row, CancellationToken cancellation) => await writer.WriteAsync(async (db, token) =>
    {
        if (await db.Timers.FindAsync([row.Referral], token) is { } again && again.Version == row.Version) again.DueAt = clock.GetUtcNow() + Again;
        return await db.SaveChangesAsync(token);
    }, cancellation);

    [LoggerMessage(3001, LogLevel.Error, "The timer of {Referral} failed ({Error}); it is tried again in ten minutes.")]
    private partial void LogFailed(string referral, string error);
}
