using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Referrals.Domain;

namespace Reseau.Referrals.Views;

/// <summary>Keeps every referral on its lists; <see cref="WorklistPages"/> reads them.</summary>
public sealed class WorklistView : View<ReferralsDb>
{
    /// <inheritdoc />
    public override async Task ApplyAsync(ReferralsDb db, RecordedEvent recorded, CancellationToken cancellation)
    {
        if (recorded.Body is ReferralSubmitted submitted)
        {
            db.Worklists.Add(await PlaceAsync(db, new()
            {
                Name = recorded.Stream,
                Version = recorded.Version,
                State = ReferralState.Submitted,
                Sender = submitted.Parties.Sender,
                Recipient = submitted.Parties.Recipient,
                Service = submitted.Parties.Service,
                ServiceDisplayName = submitted.ServiceDisplayName,
                Theme = submitted.Theme,
                SubmittedAt = recorded.OccurredAt,
                Chain = submitted.Chain?[0].Referral,
                Hop = submitted.Chain?.Count,
                Standing = ChainState.Open,
            }, recorded, cancellation));
            return;
        }
        var row = await db.Worklists.FindAsync([recorded.Stream], cancellation)
            ?? throw new InvalidOperationException($"{recorded.Stream} moves before it is submitted.");
        // Lists show the etag, and an internal note is nobody else's business.
        if (!ReferralRemark.IsInternal((ReferralEvent)recorded.Body)) row.Version = recorded.Version;
        if (recorded.Body is ReferralErased or ReferralConsentWithdrawn) row.ErasedAt = recorded.OccurredAt;
        if (recorded.Body is ReferralConsentWithdrawn) row.ConsentWithdrawnAt = recorded.OccurredAt;
        if (Redirecting.NextOf((ReferralEvent)recorded.Body) is { } next) Leave(row, next);
        if (recorded.Body is ReferralCorrected { Outcome: { } outcome }) row.Standing = ChainStates.Of(row.State, outcome);
        if (recorded.Body is not ReferralMoved moved) return;
        (row.Before, row.AppointmentAt, row.Until) = (Transitions.Before(moved.From, row.Before, moved.To), Referral.AppointmentAfter(moved, row.AppointmentAt), Referral.UntilAfter(moved, row.Until));
        // What is only forgotten stands as it stood.
        if (moved.From != moved.To) row.Standing = ChainStates.Of(moved.To, (moved as ReferralCompleted)?.Outcome);
        row.State = moved.To;
        await PlaceAsync(db, row, recorded, cancellation);
    }

    /// <inheritdoc />
    public override Task ClearAsync(ReferralsDb db, CancellationToken cancellation) => db.Worklists.ExecuteDeleteAsync(cancellation);

    // The timers are a view too, and come first: their row says when an answer is due.
    private static async Task<WorklistRow> PlaceAsync(ReferralsDb db, WorklistRow row, RecordedEvent recorded, CancellationToken cancellation)
    {
        row.ChangedAt = recorded.OccurredAt;
        row.AnswerDueAt = await db.Timers.FindAsync([row.Name], cancellation) is { } timer && timer.Read() is var waiting ? Deadlines.AnswerDue(waiting, waiting.Delays) : null;
        row.OrderAt = row.AnswerDueAt ?? row.ChangedAt;
        (row.SenderList, row.RecipientList) = (row.RedirectedTo is null ? Worklists.OfSender(row.State) : Worklists.Nowhere, Worklists.OfRecipient(row.State));
        return row;
    }

    // Another one goes on in its place: the sender follows that one.
    private static void Leave(WorklistRow row, Destination next)
    {
        (row.Chain, row.Hop, row.RedirectedTo) = (row.Chain ?? row.Name, row.Hop ?? 0, next.Referral);
        // Rows from before there were chains do not know it yet.
        row.Standing ??= ChainStates.Of(row.State, outcome: null);
        row.SenderList = Worklists.Nowhere;
    }
}
