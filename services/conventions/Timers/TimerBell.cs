using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Reseau.Conventions.Domain;
using Reseau.Conventions.Rpc;
using Reseau.Conventions.Views;
using Reseau.Hosting.Log;
using Reseau.Kernel;

namespace Reseau.Conventions.Timers;

/// <summary>
/// Lets time act on the conventions whose timer is due. Each ring is a command under a request id made of the convention, its version and
/// what was due when: whoever rings, and however often, it happens once. The decision is taken on the log, not on the row that woke us.
/// </summary>
public sealed partial class TimerBell(CommandLog<ConventionsDb> commands, ILogWriter<ConventionsDb> writer, IDbContextFactory<ConventionsDb> databases, TimeProvider clock, ILogger<TimerBell> logger)
{
    /// <summary>How many conventions a round takes.</summary>
    public const int BatchSize = 100;

    private static readonly TimeSpan Again = TimeSpan.FromMinutes(10);

    /// <summary>Rings for those who have waited longest.</summary>
    /// <returns>How many were taken; fewer than <see cref="BatchSize"/> when the backlog is drained.</returns>
    public async Task<int> RingAsync(CancellationToken cancellation)
    {
        List<ConventionRow> due;
        await using (var db = await databases.CreateDbContextAsync(cancellation))
        {
            DateTimeOffset? now = clock.GetUtcNow();
            due = await db.Conventions.AsNoTracking().Where(row => row.DueAt <= now).OrderBy(row => row.DueAt).Take(BatchSize).ToListAsync(cancellation);
        }
        foreach (var row in due) await RingOneAsync(row, cancellation);
        return due.Count;
    }

    /// <summary>When the next one is due; null when none waits.</summary>
    public async Task<DateTimeOffset?> NextAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Conventions.Where(row => row.DueAt != null).OrderBy(row => row.DueAt).Select(row => row.DueAt).FirstOrDefaultAsync(cancellation);
    }

    private async Task RingOneAsync(ConventionRow row, CancellationToken cancellation)
    {
        try
        {
            await commands.ExecuteAsync(CommandOf(row), (unit, token) => DecideAsync(unit, row.Name, token), cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            // It must not hold up the others, who are due after it.
            LogFailed(row.Name, failure.GetType().Name);
            await PostponeAsync(row, cancellation);
        }
    }

    private static async Task<StreamVersion> DecideAsync(LogUnit<ConventionsDb> unit, string name, CancellationToken cancellation)
    {
        var current = ConventionStore.Fold(name, await unit.ReadAsync(name, cancellation)) ?? throw new InvalidOperationException($"{name} has a timer and no history.");
        var renewal = current is { ReplacedOn: not null, SupersededBy: { } next } ? ConventionStore.Fold(next, await unit.ReadAsync(next, cancellation)) : null;
        var events = TimerDecider.Ring(current, renewal, unit.Command.Now).EventsOrThrow();
        var result = await unit.AppendAsync(name, current.Version, events, cancellation);
        // A proposal that lapsed may have been meant to follow another one, which is free again.
        await ConventionStore.TellFollowedAsync(unit, ConventionStore.After(current, result), cancellation);
        return result;
    }

    // Of no institution and no person: the system's own.
    private Command CommandOf(ConventionRow row)
    {
        var ring = string.Create(CultureInfo.InvariantCulture, $"{row.Name}/timers/{row.Version}-{row.TimerKind}-{row.DueAt!.Value.UtcTicks}");
        return Command.OfNobody(StableId.Of(ring).ToString(), SHA256.HashData(Encoding.UTF8.GetBytes(ring)), clock.GetUtcNow());
    }

    private async Task PostponeAsync(ConventionRow row, CancellationToken cancellation) => await writer.WriteAsync(async (db, token) =>
    {
        if (await db.Conventions.FindAsync([row.Name], token) is { } again && again.Version == row.Version) again.DueAt = clock.GetUtcNow() + Again;
        return await db.SaveChangesAsync(token);
    }, cancellation);

    [LoggerMessage(2001, LogLevel.Error, "The timer of {Convention} failed ({Error}); it is tried again in ten minutes.")]
    private partial void LogFailed(string convention, string error);
}
