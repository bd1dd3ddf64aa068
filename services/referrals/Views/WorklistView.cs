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
            db.Worklists.Add(Place(new()
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
            }, recorded));
            return;
        }
        var row = await db.Worklists.FindAsync([recorded.Stream], cancellation)
            ?? throw new InvalidOperationException($"{recorded.Stream} moves before it is submitted.");
        row.Version = recorded.Version;
        if (recorded.Body is not ReferralMoved moved) return;
        (row.Before, row.AppointmentAt, row.Until) = (Transitions.Before(moved.From, row.Before, moved.To), Referral.AppointmentAfter(moved, row.AppointmentAt), Referral.UntilAfter(moved, row.Until));
        row.State = moved.To;
        Place(row, recorded);
    }

    /// <inheritdoc />
    public override Task ClearAsync(ReferralsDb db, CancellationToken cancellation) => db.Worklists.ExecuteDeleteAsync(cancellation);

    private static WorklistRow Place(WorklistRow row, RecordedEvent recorded)
    {
        row.ChangedAt = recorded.OccurredAt;
        (row.SenderList, row.RecipientList) = (Worklists.OfSender(row.State), Worklists.OfRecipient(row.State));
        return row;
    }
}
