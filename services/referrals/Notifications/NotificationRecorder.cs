using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Kernel.Calendar;
using Reseau.Referrals.Domain;
using Reseau.Referrals.Views;

namespace Reseau.Referrals.Notifications;

/// <summary>
/// Reads the log after its cursor and notes who is to be told what, and when: cursor and messages move in one transaction, so that
/// each piece of news is noted once, whoever crashes and however many replicas read. Sending is the <see cref="DeliveryWorker"/>'s.
/// </summary>
public sealed partial class NotificationRecorder(
    LogReader<ReferralsDb> reader, ILogWriter<ReferralsDb> writer, IDbContextFactory<ReferralsDb> databases, LogSignal grown, DueSignal due,
    Channels channels, IOptions<NotificationOptions> options, TimeProvider clock, ILogger<NotificationRecorder> logger) : BackgroundService
{
    /// <summary>Name of its cursor.</summary>
    public const string Cursor = "notifications";

    // Nobody waits for a message within the second: a crowd of events is read together, and a longer one without a pause.
    private const int Crowd = 100;
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patrol = TimeSpan.FromSeconds(15);

    // Who delivers on another replica may have a clock a little ahead: a message about to leave takes nothing more in.
    private static readonly TimeSpan AboutToLeave = TimeSpan.FromMinutes(1);

    private readonly FrenchPlace _place = FrenchPlace.Of(options.Value.Departement);

    /// <summary>Notes the next page of news.</summary>
    /// <returns>How many events were read; none at the end of the log.</returns>
    public async Task<int> RecordAsync(CancellationToken cancellation)
    {
        var from = await CursorAsync(cancellation);
        var events = await reader.ReadAfterAsync(from, audience: null, cancellation);
        if (events.Count == 0) return 0;
        var news = events.SelectMany(recorded => NotificationRules.Of((ReferralEvent)recorded.Body).Select(notice => new News(recorded, notice)))
            .Where(each => each.Institution != each.Event.Institution).ToList();
        var noted = await writer.WriteAsync(async (db, token) =>
        {
            // This locks the row: another replica that read the same page waits here, finds the cursor moved, and leaves the page alone.
            var moved = await db.Cursors.Where(row => row.Name == Cursor && row.Position == from)
                .ExecuteUpdateAsync(row => row.SetProperty(cursor => cursor.Position, events[^1].Position), token);
            if (moved == 0) return false;
            await NoteAsync(db, news, token);
            await db.SaveChangesAsync(token);
            return true;
        }, cancellation);
        if (noted) due.Pulse();
        return events.Count;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var next = grown.Next;
                var read = await RecordAsync(stoppingToken);
                if (read >= Crowd) continue;
                if (read == 0) await WaitAsync(next, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogPostponed(failure.GetType().Name);
            }
            await Task.Delay(Pace, clock, stoppingToken);
        }
    }

    private async Task WaitAsync(Task next, CancellationToken stopping)
    {
        try
        {
            await next.WaitAsync(Patrol, clock, stopping);
        }
        catch (TimeoutException)
        {
            // Looks again: a hint may have been lost.
        }
    }

    private async Task<long> CursorAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Cursors.Where(row => row.Name == Cursor).Select(row => row.Position).SingleAsync(cancellation);
    }

    private async Task NoteAsync(ReferralsDb db, List<News> news, CancellationToken cancellation)
    {
        var institutions = news.Select(each => each.Institution).Distinct(StringComparer.Ordinal).ToArray();
        var people = (await db.NotificationPreferences.AsNoTracking().Where(row => EF.Parameter(institutions).Contains(row.Institution)).ToListAsync(cancellation))
            .Select(row => (row.Subject, row.Institution, Wants: Preferences.Of(row))).ToLookup(person => person.Institution, StringComparer.Ordinal);
        if (people.Count == 0) return;

        var now = clock.GetUtcNow();
        var planned =
            (from each in news
             from person in people[each.Institution]
             let pace = person.Wants.PaceOf(each.Notice.Kind)
             where pace != NotificationPace.None
             from channel in channels.Available
             where person.Wants.AddressFor(channel).Length > 0
             select new Plan(each, person.Subject, channel, DeliveryTimes.Of(pace, now, person.Wants.Quiet, _place))).ToList();
        await AddAsync(db, planned, now, cancellation);
    }

    private static async Task AddAsync(ReferralsDb db, List<Plan> planned, DateTimeOffset now, CancellationToken cancellation)
    {
        var (ids, names) = (planned.Select(plan => plan.IdAt(now)).Distinct(StringComparer.Ordinal).ToArray(), planned.Select(plan => plan.News.Event.Stream).Distinct(StringComparer.Ordinal).ToArray());
        var known = await db.Deliveries.Where(row => EF.Parameter(ids).Contains(row.Id)).ToDictionaryAsync(row => row.Id, StringComparer.Ordinal, cancellation);
        var referrals = await db.Worklists.AsNoTracking().Where(row => EF.Parameter(names).Contains(row.Name)).ToDictionaryAsync(row => row.Name, StringComparer.Ordinal, cancellation);
        foreach (var plan in planned)
        {
            var id = plan.IdAt(now);
            if (!known.ContainsKey(id)) db.Deliveries.Add(known[id] = plan.ToRow(id, now));
            var referral = referrals.GetValueOrDefault(plan.News.Event.Stream);
            db.DeliveryItems.Add(new()
            {
                Delivery = id,
                Position = plan.News.Event.Position,
                Text = plan.News.Notice.Text,
                Referral = plan.News.Event.Stream,
                ServiceDisplayName = referral?.ServiceDisplayName ?? "",
                Theme = referral?.Theme ?? "",
                OccurredAt = plan.News.Event.OccurredAt,
            });
        }
    }

    [LoggerMessage(3010, LogLevel.Warning, "Noting who is to be notified is postponed ({Error}); the log keeps everything.")]
    private partial void LogPostponed(string error);

    private sealed record News(RecordedEvent Event, Notice Notice)
    {
        public string Institution { get; } = NotificationRules.InstitutionOf(Notice, ((ReferralEvent)Event.Body).Parties);
    }

    private sealed record Plan(News News, string Subject, NotificationChannel Channel, DateTimeOffset DueAt)
    {
        /// <summary>What leaves later goes together, with all that leaves then; what leaves now goes alone.</summary>
        public string IdAt(DateTimeOffset now) => StableId.Of(DueAt > now + AboutToLeave
            ? $"notifications/{Subject}/{Channel}/{News.Institution}/due/{DueAt.ToUnixTimeMilliseconds()}"
            : $"notifications/{Subject}/{Channel}/{News.Institution}/news/{News.Event.Position}").ToString();

        public DeliveryRow ToRow(string id, DateTimeOffset now) => new()
        {
            Id = id,
            Subject = Subject,
            Institution = News.Institution,
            Channel = Channel,
            State = DeliveryState.Waiting,
            CreatedAt = now,
            NextTryAt = DueAt,
            Error = "",
        };
    }
}
