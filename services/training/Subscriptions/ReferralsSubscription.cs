using Microsoft.EntityFrameworkCore;
using Reseau.Events.V1;
using Reseau.Hosting.Messaging;
using Reseau.Kernel.Calendar;
using Reseau.Training.Domain;
using Reseau.Training.Domain.Needs;
using Reseau.Training.Views;

namespace Reseau.Training.Subscriptions;

/// <summary>
/// Learns which referrals come back, and why: whoever sends them to a service that does something else does not know the offer, which training can
/// change. Told as codes; no person is in it.
/// </summary>
public sealed class ReferralsSubscription : ISubscription<TrainingDb>
{
    // A correction replaces the reasons of a refusal; a remark has none.
    private const string Corrected = "referral-corrected";

    /// <inheritdoc />
    public string Source => "referrals";

    /// <inheritdoc />
    public async Task HandleAsync(TrainingDb db, IReadOnlyList<Change> changes, CancellationToken cancellation)
    {
        var named = changes.Where(change => change.BodyCase is Change.BodyOneofCase.ReferralMoved or Change.BodyOneofCase.ReferralNoted)
            .Select(change => change.Stream).Distinct(StringComparer.Ordinal).ToArray();
        var known = await db.FieldReferrals.Where(row => EF.Parameter(named).Contains(row.Referral)).ToDictionaryAsync(row => row.Referral, StringComparer.Ordinal, cancellation);
        foreach (var change in changes)
        {
            if (change.ReferralSubmitted is { } submitted)
            {
                var sent = new FieldReferralRow
                {
                    Referral = change.Stream, Sender = submitted.Sender[Codes.Institutions.Length..], Recipient = submitted.Recipient[Codes.Institutions.Length..], Theme = submitted.Theme,
                };
                db.FieldReferrals.Add(known[change.Stream] = sent);
            }
            else if (known.TryGetValue(change.Stream, out var row) && KindsAfter(change, new(row.Kinds)) is { } kinds)
            {
                // A reason that was put right counts where the refusal did, if it counted.
                var month = change.ReferralNoted is null ? MonthOf(change) : row.Month ?? MonthOf(change);
                (row.Kinds, row.Month) = (kinds.Bits, kinds.IsNone ? null : month);
            }
        }
    }

    // Null = it changes nothing. What stays where it was, because it was erased, was refused all the same.
    private static SignalKinds? KindsAfter(Change change, SignalKinds before) => change switch
    {
        { ReferralMoved: { } moved } when moved.FromState != moved.ToState => SignalKinds.Of(moved.ToState, moved.Reasons),
        { ReferralNoted.Reasons.Count: > 0, Type: Corrected } => before.Corrected(change.ReferralNoted.Reasons),
        _ => null,
    };

    private static int MonthOf(Change change)
    {
        var day = FrenchDay.Of(change.OccurTime.ToDateTimeOffset());
        return new DateOnly(day.Year, day.Month, 1).DayNumber;
    }
}
