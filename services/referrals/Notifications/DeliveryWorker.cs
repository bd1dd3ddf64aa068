using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Reseau.Hosting.Log;
using Reseau.Kernel.Calendar;
using Reseau.Referrals.Views;

namespace Reseau.Referrals.Notifications;

/// <summary>
/// Sends what is due, at least once:
///  1. claim: count the try and move the next one on, so that no other replica tries meanwhile, and a crash is only a late retry;
///  2. look up what the person wants now, write the message, hand it over;
///  3. record what became of it. Trouble that may pass is tried again, later each time; the rest is given up and shown.
/// </summary>
public sealed partial class DeliveryWorker(
    ILogWriter<ReferralsDb> writer, IDbContextFactory<ReferralsDb> databases, Channels channels, DueSignal noted, IOptions<NotificationOptions> options, TimeProvider clock,
    ILogger<DeliveryWorker> logger) : BackgroundService
{
    /// <summary>How long what became of a message is shown.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <summary>How long a claim holds: longer than <see cref="Patience"/>.</summary>
    public static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);

    private const int Together = 4;
    private const int AtOnce = 50;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patrol = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Tidying = TimeSpan.FromHours(6);

    // After each failed try but the last: a server that is away for a week-end costs delay, no message.
    private static readonly TimeSpan[] Pauses = [.. ((int[])[1, 5, 15, 60, 240, 720, 1440]).Select(minutes => TimeSpan.FromMinutes(minutes))];

    private readonly FrenchPlace _place = FrenchPlace.Of(options.Value.Departement);
    private DateTimeOffset _tidied;

    /// <summary>Most tries of one message.</summary>
    public static int MostTries => Pauses.Length + 1;

    /// <summary>Tries what is due.</summary>
    /// <returns>How many messages were.</returns>
    public async Task<int> DeliverAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await TidyAsync(now, cancellation);
        List<string> due;
        await using (var db = await databases.CreateDbContextAsync(cancellation))
        {
            due = await db.Deliveries.Where(row => row.State == DeliveryState.Waiting && row.NextTryAt <= now && row.Attempts < MostTries).OrderBy(row => row.NextTryAt).Take(AtOnce)
                .Select(row => row.Id).ToListAsync(cancellation);
        }
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = Together, CancellationToken = cancellation }, async (id, token) =>
        {
            if (await ClaimAsync(id, now, token)) await DeliverAsync(id, token);
        });
        return due.Count;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = noted.Next;
            try
            {
                if (await DeliverAsync(stoppingToken) == AtOnce) continue;
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogPostponed(failure.GetType().Name);
            }
            try
            {
                await next.WaitAsync(Patrol, clock, stoppingToken);
            }
            catch (TimeoutException)
            {
                // Time passes too: something may be due now.
            }
        }
    }

    private Task<bool> ClaimAsync(string id, DateTimeOffset now, CancellationToken cancellation) => writer.WriteAsync(async (db, token) =>
        await db.Deliveries.Where(row => row.Id == id && row.State == DeliveryState.Waiting && row.NextTryAt <= now)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Attempts, one => one.Attempts + 1).SetProperty(one => one.NextTryAt, now + Claim), token) > 0, cancellation);

    private async Task DeliverAsync(string id, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var delivery = await db.Deliveries.AsNoTracking().SingleAsync(row => row.Id == id, cancellation);
        var items = await db.DeliveryItems.AsNoTracking().Where(item => item.Delivery == id).OrderBy(item => item.Position).ToListAsync(cancellation);
        var row = await db.NotificationPreferences.AsNoTracking().SingleOrDefaultAsync(person => person.Subject == delivery.Subject, cancellation);
        // Whoever left the institution, or no longer wants this, is told no more.
        var wants = row is not null && row.Institution == delivery.Institution ? Preferences.Of(row) : null;
        if (wants is null || wants.AddressFor(delivery.Channel).Length == 0)
        {
            await RecordAsync(id, DeliveryState.Dropped, "", null, cancellation);
            return;
        }
        try
        {
            await SendAsync(delivery, wants, items, cancellation);
        }
        catch (ChannelException failure)
        {
            await FailedAsync(delivery, wants, failure, cancellation);
            return;
        }
        await RecordAsync(id, DeliveryState.Sent, "", null, cancellation);
    }

    private async Task SendAsync(DeliveryRow delivery, Preferences wants, List<DeliveryItemRow> items, CancellationToken cancellation)
    {
        var channel = channels.Of(delivery.Channel) ?? throw new ChannelException("CHANNEL_NOT_OFFERED", isPermanent: true);
        // Of the machine's clock: another server is slow in real time.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            await channel.SendAsync(MessageWriter.Write(delivery.Id, delivery.Channel, wants, items, options.Value.PortalUrl), patience.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new ChannelException("TIMEOUT", isPermanent: false);
        }
        catch (Exception failure) when (failure is not ChannelException and not OperationCanceledException)
        {
            throw new ChannelException($"UNEXPECTED_{failure.GetType().Name.ToUpperInvariant()}", isPermanent: false, failure);
        }
    }

    private async Task FailedAsync(DeliveryRow delivery, Preferences wants, ChannelException failure, CancellationToken cancellation)
    {
        var givenUp = failure.IsPermanent || delivery.Attempts >= MostTries;
        if (givenUp) LogGivenUp(delivery.Id, delivery.Channel, delivery.Attempts, failure.Code);
        else LogFailed(delivery.Id, delivery.Channel, delivery.Attempts, failure.Code);
        DateTimeOffset? next = givenUp ? null : DeliveryTimes.Allowed(clock.GetUtcNow() + Pauses[delivery.Attempts - 1], wants.Quiet, _place);
        await RecordAsync(delivery.Id, givenUp ? DeliveryState.Failed : DeliveryState.Waiting, failure.Code, next, cancellation);
    }

    private Task<int> RecordAsync(string id, DeliveryState state, string error, DateTimeOffset? next, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        DateTimeOffset? ended = state == DeliveryState.Waiting ? null : now;
        return writer.WriteAsync((db, token) => db.Deliveries.Where(row => row.Id == id).ExecuteUpdateAsync(row => row
            .SetProperty(one => one.State, state).SetProperty(one => one.Error, error).SetProperty(one => one.EndedAt, ended).SetProperty(one => one.NextTryAt, next ?? now), token), cancellation);
    }

    private async Task TidyAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        if (now - _tidied < Tidying) return;
        await writer.WriteAsync(async (db, token) =>
        {
            // Claimed for the last time by a process that ended before it said what became of it.
            await db.Deliveries.Where(row => row.State == DeliveryState.Waiting && row.Attempts >= MostTries && row.NextTryAt <= now)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.State, DeliveryState.Failed).SetProperty(one => one.Error, "INTERRUPTED").SetProperty(one => one.EndedAt, now), token);
            var old = db.Deliveries.Where(row => row.EndedAt < now - Kept);
            await db.DeliveryItems.Where(item => old.Any(row => row.Id == item.Delivery)).ExecuteDeleteAsync(token);
            return await old.ExecuteDeleteAsync(token);
        }, cancellation);
        _tidied = now;
    }

    [LoggerMessage(3011, LogLevel.Warning, "Delivering notifications is postponed ({Error}).")]
    private partial void LogPostponed(string error);

    [LoggerMessage(3012, LogLevel.Information, "Notification {Delivery} by {Channel} failed at try {Attempts} ({Error}); it is tried again.")]
    private partial void LogFailed(string delivery, NotificationChannel channel, int attempts, string error);

    [LoggerMessage(3013, LogLevel.Warning, "Notification {Delivery} by {Channel} is given up at try {Attempts} ({Error}).")]
    private partial void LogGivenUp(string delivery, NotificationChannel channel, int attempts, string error);
}
