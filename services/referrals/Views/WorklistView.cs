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
        if (recorded.Body is ReferralDrafted drafted)
        {
            await WriteAsync(db, drafted, recorded, cancellation);
            return;
        }
        if (recorded.Body is ReferralSubmitted submitted)
        {
            await BeginAsync(db, submitted, recorded, cancellation);
            return;
        }
        var row = await db.Worklists.FindAsync([recorded.Stream], cancellation)
            ?? throw new InvalidOperationException($"{recorded.Stream} moves before it is submitted.");
        // Nobody looks for it again.
        if (recorded.Body is ReferralDraftDiscarded)
        {
            db.Worklists.Remove(row);
            return;
        }
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

    private static async Task BeginAsync(ReferralsDb db, ReferralSubmitted submitted, RecordedEvent recorded, CancellationToken cancellation)
    {
        // Only a draft was there before.
        var row = recorded.Version == 1 ? null : await db.Worklists.FindAsync([recorded.Stream], cancellation);
        if (row is null) db.Worklists.Add(row = RowOf(submitted.Parties, submitted.ServiceDisplayName, submitted.Theme, recorded));
        (row.Version, row.State, row.SubmittedAt) = (recorded.Version, ReferralState.Submitted, recorded.OccurredAt);
        (row.Recipient, row.Service, row.ServiceDisplayName, row.Theme) = (submitted.Parties.Recipient, submitted.Parties.Service, submitted.ServiceDisplayName, submitted.Theme);
        (row.Chain, row.Hop, row.Standing) = (submitted.Chain?[0].Referral, submitted.Chain?.Count, ChainState.Open);
        await PlaceAsync(db, row, recorded, cancellation);
    }

    private static async Task WriteAsync(ReferralsDb db, ReferralDrafted drafted, RecordedEvent recorded, CancellationToken cancellation)
    {
        var row = recorded.Version == 1 ? null : await db.Worklists.FindAsync([recorded.Stream], cancellation);
        if (row is null) db.Worklists.Add(row = RowOf(drafted.Parties, drafted.ServiceDisplayName, drafted.Theme, recorded));
        (row.Version, row.State) = (recorded.Version, ReferralState.Draft);
        (row.Service, row.ServiceDisplayName, row.Theme) = (drafted.Parties.Service, drafted.ServiceDisplayName, drafted.Theme);
        await PlaceAsync(db, row, recorded, cancellation);
    }

    private static WorklistRow RowOf(Parties parties, string serviceDisplayName, string theme, RecordedEvent recorded) => new()
    {
        Name = recorded.Stream,
        Sender = parties.Sender,
        Recipient = parties.Recipient,
        Service = parties.Service,
        ServiceDisplayName = serviceDisplayName,
        Theme = theme,
        SubmittedAt = recorded.OccurredAt,
    };

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
