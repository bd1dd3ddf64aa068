using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Kernel.Calendar;
using Reseau.Referrals.Domain;

namespace Reseau.Referrals.Views;

/// <summary>
/// Keeps the instants that figures are made of, one row per referral: the definitions of services/decisions/0017. A rebuild of the views
/// computes them again from the log, with the rules of that day.
/// </summary>
public sealed class FiguresView : View<ReferralsDb>
{
    /// <summary>Business days that the recipient has to react.</summary>
    public const int DaysToReact = 2;

    /// <inheritdoc />
    public override async Task ApplyAsync(ReferralsDb db, RecordedEvent recorded, CancellationToken cancellation)
    {
        var at = recorded.OccurredAt;
        if (recorded.Body is ReferralSubmitted submitted)
        {
            db.Figures.Add(new()
            {
                Name = recorded.Stream,
                Sender = submitted.Parties.Sender,
                Recipient = submitted.Parties.Recipient,
                Service = submitted.Parties.Service,
                Theme = submitted.Theme,
                State = ReferralState.Submitted,
                SubmittedAt = at,
                DueAt = BusinessTime.EndOfDayAfter(at, DaysToReact, FrenchPlace.Of(submitted.Departement)),
                TouchedAt = at,
            });
            return;
        }
        // Nobody was referred yet, or ever.
        if (ReferralDrafted.IsOfDraft((ReferralEvent)recorded.Body)) return;
        // Sent before figures were kept: rebuilding the views counts it.
        if (await db.Figures.FindAsync([recorded.Stream], cancellation) is not { } row) return;
        // What time does touches nothing: a referral that is only reminded of is still forgotten.
        if (recorded.Institution.Length > 0) row.TouchedAt = at;
        if (recorded.Body is ReferralCorrected corrected) Correct(row, corrected);
        // Who takes their word back from what is closed changes no figure.
        if (recorded.Body is not ReferralMoved moved || (moved.From == moved.To && Transitions.IsTerminal(moved.To))) return;

        row.State = moved.To;
        if (recorded.Institution == row.Recipient || Transitions.IsTerminal(moved.To)) row.WaitedUntil ??= at;
        Answer(row, moved, at, await PlaceAsync(db, recorded.Stream, cancellation));
        Meet(row, moved, at);
        Close(row, moved, at);
    }

    /// <inheritdoc />
    public override Task ClearAsync(ReferralsDb db, CancellationToken cancellation) => db.Figures.ExecuteDeleteAsync(cancellation);

    // That of the recipient, by which its timers run, too: their view comes first, and has its row at hand.
    private static async Task<FrenchPlace> PlaceAsync(ReferralsDb db, string referral, CancellationToken cancellation) =>
        FrenchPlace.Of((await db.Timers.FindAsync([referral], cancellation))?.Departement);

    private static void Answer(FigureRow row, ReferralMoved moved, DateTimeOffset at, FrenchPlace place)
    {
        // What the sender stops, or takes back, nobody has answered.
        if (row.Answer is not null || moved.To is ReferralState.Cancelled or ReferralState.Voided) return;
        row.Answer = NationalStatuses.Of(moved.To, moved.From) switch
        {
            NationalStatus.Validee => FirstAnswer.Accepted,
            NationalStatus.Expiree => FirstAnswer.Expired,
            NationalStatus.Refusee => FirstAnswer.Refused,
            _ => null,
        };
        if (row.Answer is FirstAnswer.Accepted) row.AcceptedAt = at;
        if (row.Answer is FirstAnswer.Accepted or FirstAnswer.Refused) row.ResponseMinutes = (int)BusinessTime.Between(row.SubmittedAt, at, place).TotalMinutes;
    }

    private static void Meet(FigureRow row, ReferralMoved moved, DateTimeOffset at)
    {
        if (moved is ReferralAttended) row.Kept++;
        if (moved is ReferralMissed) row.Missed++;
        if (moved is ReferralAttended or ReferralStarted && row.AcceptedAt is { } accepted) row.ContactMinutes ??= Minutes(accepted, at);
    }

    private static void Close(FigureRow row, ReferralMoved moved, DateTimeOffset at)
    {
        var completed = moved as ReferralCompleted;
        row.ClosingMinutes = IsClosed(moved) ? Minutes(row.SubmittedAt, at) : null;
        row.OutcomeMinutes = completed is not null && row.AcceptedAt is { } accepted ? Minutes(accepted, at) : null;
        row.Outcome = completed?.Outcome;
        row.Reasons = string.Join(',', moved switch
        {
            ReferralDeclined declined => declined.Reasons,
            ReferralRedirected redirected => redirected.Reasons,
            _ => [],
        });
    }

    // Figures tell what is known now: when it was closed stays, how it ended does not.
    private static void Correct(FigureRow row, ReferralCorrected corrected)
    {
        row.Outcome = corrected.Outcome ?? row.Outcome;
        if (corrected.Reasons.Count > 0) row.Reasons = string.Join(',', corrected.Reasons);
    }

    // With an outcome that somebody gave: what expired, or was never meant, has none.
    private static bool IsClosed(ReferralMoved moved) => Transitions.IsTerminal(moved.To) && moved.To != ReferralState.Voided
        && NationalStatuses.Of(moved.To, moved.From) != NationalStatus.Expiree;

    private static int Minutes(DateTimeOffset from, DateTimeOffset to) => (int)Math.Min(int.MaxValue, (to - from).TotalMinutes);
}
