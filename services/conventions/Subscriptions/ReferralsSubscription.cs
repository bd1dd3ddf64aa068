using Microsoft.EntityFrameworkCore;
using Reseau.Conventions.Domain;
using Reseau.Conventions.Views;
using Reseau.Events.V1;
using Reseau.Hosting.Messaging;
using Reseau.Kernel.Calendar;

namespace Reseau.Conventions.Subscriptions;

/// <summary>Learns who refers to whom, and how soon that is answered: what the following of a convention is made of. No person is in it.</summary>
public sealed class ReferralsSubscription : ISubscription<ConventionsDb>
{
    // States that a recipient's answer leads to; a question to the sender is one, an acknowledgement is none.
    private static readonly string[] Answers = ["ACCEPTED", "DECLINED", "REDIRECTED", "WAITLISTED", "INFORMATION_REQUESTED", "SCHEDULED", "IN_PROGRESS", "COMPLETED"];

    /// <inheritdoc />
    public string Source => "referrals";

    /// <inheritdoc />
    public async Task HandleAsync(ConventionsDb db, IReadOnlyList<Change> changes, CancellationToken cancellation)
    {
        var place = FrenchPlace.Of(null);
        var moved = changes.Where(change => change.BodyCase == Change.BodyOneofCase.ReferralMoved).Select(change => change.Stream).Distinct(StringComparer.Ordinal).ToArray();
        var known = await db.SentReferrals.Where(row => EF.Parameter(moved).Contains(row.Referral)).ToDictionaryAsync(row => row.Referral, StringComparer.Ordinal, cancellation);
        foreach (var change in changes)
        {
            if (change.ReferralSubmitted is { } submitted)
            {
                var row = new SentReferralRow
                {
                    Referral = change.Stream, Sender = submitted.Sender[Codes.Institutions.Length..], Recipient = submitted.Recipient[Codes.Institutions.Length..],
                    SentAt = change.OccurTime.ToDateTimeOffset(),
                };
                db.SentReferrals.Add(known[change.Stream] = row);
            }
            else if (change.ReferralMoved is { } move && Answers.Contains(move.ToState) && known.TryGetValue(change.Stream, out var row))
            {
                var (sent, answered) = (place.DayOf(row.SentAt), place.DayOf(change.OccurTime.ToDateTimeOffset()));
                row.AnsweredAfter ??= place.BusinessDaysBetween(sent, answered.AddDays(1));
            }
        }
    }
}
