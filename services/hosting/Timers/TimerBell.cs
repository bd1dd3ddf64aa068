using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Kernel;

namespace Reseau.Hosting.Timers;

/// <summary>
/// Lets time act on what is due. Each ring is a command under a request id made of the resource, its version and what was due when: whoever
/// rings, and however often, it happens once. The decision is taken on the log, not on the row that woke us.
/// </summary>
public sealed class TimerBell<TDb>(ITimers<TDb> timers, CommandLog<TDb> commands, ILogWriter<TDb> writer, IDbContextFactory<TDb> databases, TimeProvider clock) where TDb : LogDb
{
    /// <summary>How many timers a round takes.</summary>
    public const int BatchSize = 100;

    // LogFailed says so.
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(10);

    /// <summary>Rings for those who have waited longest.</summary>
    /// <returns>How many were taken; fewer than <see cref="BatchSize"/> when the backlog is drained.</returns>
    public async Task<int> RingAsync(CancellationToken cancellation)
    {
        IReadOnlyList<DueTimer> due;
        await using (var db = await databases.CreateDbContextAsync(cancellation)) due = await timers.DueAsync(db, clock.GetUtcNow(), BatchSize, cancellation);
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = timers.AtOnce, CancellationToken = cancellation }, RingOneAsync);
        return due.Count;
    }

    /// <summary>When the next one is due; null when none waits.</summary>
    public async Task<DateTimeOffset?> NextAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await timers.NextAsync(db, cancellation);
    }

    private async ValueTask RingOneAsync(DueTimer timer, CancellationToken cancellation)
    {
        try
        {
            await commands.ExecuteAsync(CommandOf(timer), (unit, token) => timers.RingAsync(unit, timer, token), cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            // It must not hold up the others, who are due after it.
            timers.LogFailed(timer.Stream, failure.GetType().Name);
            await PostponeAsync(timer, cancellation);
        }
    }

    // Of no institution and no person: the system's own.
    private Command CommandOf(DueTimer timer)
    {
        var ring = string.Create(CultureInfo.InvariantCulture, $"{timer.Stream}/timers/{timer.Version}-{timer.Kind}-{timer.DueAt.UtcTicks}");
        return Command.OfNobody(StableId.Of(ring).ToString(), SHA256.HashData(Encoding.UTF8.GetBytes(ring)), clock.GetUtcNow());
    }

    private async Task PostponeAsync(DueTimer timer, CancellationToken cancellation) => await writer.WriteAsync(async (db, token) =>
    {
        await timers.PostponeAsync(db, timer, clock.GetUtcNow() + Again, token);
        return await db.SaveChangesAsync(token);
    }, cancellation);
}
