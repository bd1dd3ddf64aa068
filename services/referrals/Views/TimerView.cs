using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Referrals.Domain;

namespace Reseau.Referrals.Views;

/// <summary>Keeps what time does next to each referral: one row each, found by the instant it is due.</summary>
public sealed class TimerView : View<ReferralsDb>
{
    /// <inheritdoc />
    public override async Task ApplyAsync(ReferralsDb db, RecordedEvent recorded, CancellationToken cancellation)
    {
        var happened = (ReferralEvent)recorded.Body;
        if (ReferralDrafted.IsOfDraft(happened)) return;
        var row = happened is ReferralSubmitted ? null : await db.Timers.FindAsync([recorded.Stream], cancellation);
        Waiting waiting;
        if (happened is ReferralSubmitted submitted)
        {
            db.Timers.Add(row = new() { Referral = recorded.Stream, Service = submitted.Parties.Service });
            waiting = Waiting.Of(submitted, recorded.OccurredAt);
        }
        else
        {
            // Sent before there were timers: it has them once the views are rebuilt.
            if (row is null) return;
            waiting = row.Read().After(happened, recorded.OccurredAt);
        }
        row.Version = recorded.Version;
        row.Keep(waiting);
        await SetAsync(db, row, waiting, cancellation);
    }

    /// <inheritdoc />
    public override Task ClearAsync(ReferralsDb db, CancellationToken cancellation) => db.Timers.ExecuteDeleteAsync(cancellation);

    /// <summary>Sets one timer again, on the facts of now.</summary>
    public static async Task SetAsync(ReferralsDb db, string referral, CancellationToken cancellation)
    {
        if (await db.Timers.FindAsync([referral], cancellation) is { } row) await SetAsync(db, row, row.Read(), cancellation);
    }

    /// <summary>Sets the timers of the unanswered referrals of some services again: who answers there is away at other times than was known.</summary>
    public static async Task SetAllOfAsync(ReferralsDb db, string[] services, CancellationToken cancellation)
    {
        var rows = await db.Timers.Where(t => EF.Parameter(services).Contains(t.Service) && t.DueAt != null).ToListAsync(cancellation);
        foreach (var row in rows.Where(row => Waiting.IsUnanswered(row.State))) await SetAsync(db, row, row.Read(), cancellation);
    }

    /// <summary>When whoever is asked for first at a service is away.</summary>
    public static async Task<IReadOnlyList<Absence>> AbsencesAsync(ReferralsDb db, string service, CancellationToken cancellation) =>
        await db.KnownServices.FindAsync([service], cancellation) is { } known ? known.Absences() : [];

    private static async Task SetAsync(ReferralsDb db, TimerRow row, Waiting waiting, CancellationToken cancellation)
    {
        IReadOnlyList<Absence> away = Waiting.IsUnanswered(waiting.State) ? await AbsencesAsync(db, row.Service, cancellation) : [];
        var next = Deadlines.Next(waiting, waiting.Delays, away);
        (row.Kind, row.DueAt) = (next?.Kind, next?.DueAt);
    }
}
