using Microsoft.EntityFrameworkCore;
using Reseau.Events.V1;
using Reseau.Hosting.Messaging;
using Reseau.Partners.Views;

namespace Reseau.Partners.Subscriptions;

/// <summary>Measures how fast each service answers referrals: from sent to accepted or refused. The directory shows the usual delay.</summary>
public sealed class AnswerSubscription : ISubscription<PartnersDb>
{
    private const int LatestAnswers = 20;

    /// <inheritdoc />
    public string Source => "referrals";

    /// <inheritdoc />
    public async Task HandleAsync(PartnersDb db, Change change, CancellationToken cancellation)
    {
        if (change.BodyCase == Change.BodyOneofCase.ReferralSubmitted)
        {
            db.AwaitedAnswers.Add(new() { Referral = change.Stream, Service = change.ReferralSubmitted.Service, SubmittedAt = change.OccurTime.ToDateTimeOffset() });
            return;
        }
        // A reading receipt is not an answer.
        if (change.BodyCase != Change.BodyOneofCase.ReferralMoved || change.ReferralMoved.ToState == "ACKNOWLEDGED") return;
        if (await db.AwaitedAnswers.FindAsync([change.Stream], cancellation) is not { } awaited) return;
        db.AwaitedAnswers.Remove(awaited);
        if (change.ReferralMoved.ToState is not ("ACCEPTED" or "DECLINED")) return;
        db.AnswerDelays.Add(new()
        {
            Position = change.Position,
            Service = awaited.Service,
            Seconds = (change.OccurTime.ToDateTimeOffset() - awaited.SubmittedAt).TotalSeconds,
        });
    }

    /// <summary>The usual delay of each service: the median of its latest answers.</summary>
    public static async Task<Dictionary<string, TimeSpan>> UsualDelaysAsync(PartnersDb db, CancellationToken cancellation)
    {
        var latest = await db.AnswerDelays.AsNoTracking().Select(d => d.Service).Distinct()
            .SelectMany(service => db.AnswerDelays.Where(d => d.Service == service).OrderByDescending(d => d.Position).Take(LatestAnswers))
            .Select(d => new { d.Service, d.Seconds }).ToListAsync(cancellation);
        return latest.GroupBy(d => d.Service, d => d.Seconds, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => TimeSpan.FromSeconds(group.Order().ElementAt(group.Count() / 2)), StringComparer.Ordinal);
    }
}
