using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Reseau.Events.V1;
using Reseau.Hosting.Messaging;
using Reseau.Partners.Views;

namespace Reseau.Partners.Subscriptions;

/// <summary>Measures how fast each service answers referrals: from sent to accepted, refused or passed on. The directory shows the usual delay.</summary>
public sealed class AnswerSubscription : ISubscription<PartnersDb>
{
    private const int LatestAnswers = 20;

    // Reading, asking back and keeping somebody in line are no answers: the person still waits to know.
    private static readonly FrozenSet<string> Unanswered = ((string[])["SUBMITTED", "ACKNOWLEDGED", "INFORMATION_REQUESTED", "WAITLISTED"]).ToFrozenSet(StringComparer.Ordinal);

    /// <inheritdoc />
    public string Source => "referrals";

    /// <inheritdoc />
    public async Task HandleAsync(PartnersDb db, IReadOnlyList<Change> changes, CancellationToken cancellation)
    {
        var moved = changes.Where(IsAnswer).Select(change => change.Stream).Distinct(StringComparer.Ordinal).ToArray();
        var awaited = moved.Length == 0
            ? new(StringComparer.Ordinal)
            : await db.AwaitedAnswers.Where(answer => EF.Parameter(moved).Contains(answer.Referral)).ToDictionaryAsync(answer => answer.Referral, StringComparer.Ordinal, cancellation);
        foreach (var change in changes)
        {
            if (change.ReferralSubmitted is { } submitted)
            {
                var sent = new AwaitedAnswerRow { Referral = change.Stream, Service = submitted.Service, SubmittedAt = change.OccurTime.ToDateTimeOffset() };
                awaited[change.Stream] = sent;
                db.AwaitedAnswers.Add(sent);
            }
            else if (IsAnswer(change) && awaited.Remove(change.Stream, out var answered))
            {
                db.AwaitedAnswers.Remove(answered);
                if (change.ReferralMoved.ToState is "ACCEPTED" or "DECLINED" or "REDIRECTED") db.AnswerDelays.Add(Delay(answered, change));
            }
        }
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

    private static bool IsAnswer(Change change) => change.ReferralMoved is { } moved && !Unanswered.Contains(moved.ToState);

    private static AnswerDelayRow Delay(AwaitedAnswerRow sent, Change answer) => new()
    {
        Position = answer.Position, Service = sent.Service, Seconds = (answer.OccurTime.ToDateTimeOffset() - sent.SubmittedAt).TotalSeconds,
    };
}
