using Reseau.Kernel;
using Reseau.Referrals.Domain;
using static Reseau.Referrals.Tests.Domain.ReferralHistories;

namespace Reseau.Referrals.Tests.Domain;

/// <summary>A hundred thousand steps beside a machine of its own, a dozen lines that share nothing with the code but the names of the contract.</summary>
public sealed class WalkingAtRandom
{
    // From the published life of a referral. "=" goes back to the interrupted state, "." stays.
    private const string Life = """
        DRAFT: S SAVE ., S SUBMIT SUBMITTED, S DISCARD VOIDED, T DISCARD VOIDED
        SUBMITTED: R ACKNOWLEDGE ACKNOWLEDGED, R ACCEPT ACCEPTED, R REQUEST_INFORMATION INFORMATION_REQUESTED, R WAITLIST WAITLISTED, R DECLINE DECLINED, R REDIRECT REDIRECTED, S CANCEL CANCELLED, S VOID VOIDED, T EXPIRE EXPIRED
        ACKNOWLEDGED: R ACCEPT ACCEPTED, R REQUEST_INFORMATION INFORMATION_REQUESTED, R WAITLIST WAITLISTED, R DECLINE DECLINED, R REDIRECT REDIRECTED, S REQUEST_CANCELLATION CANCELLATION_REQUESTED, T EXPIRE EXPIRED
        INFORMATION_REQUESTED: S PROVIDE_INFORMATION =, R DECLINE DECLINED, R REDIRECT REDIRECTED, S CANCEL CANCELLED, T EXPIRE EXPIRED
        WAITLISTED: R ACCEPT ACCEPTED, R DECLINE DECLINED, R REDIRECT REDIRECTED, R REQUEST_INFORMATION INFORMATION_REQUESTED, S CANCEL CANCELLED, T EXPIRE EXPIRED
        ACCEPTED: R SCHEDULE SCHEDULED, R START IN_PROGRESS, R HOLD ON_HOLD, R DECLINE DECLINED, R REDIRECT REDIRECTED, R COMPLETE COMPLETED, S REQUEST_CANCELLATION CANCELLATION_REQUESTED
        SCHEDULED: R SCHEDULE SCHEDULED, R ATTENDED IN_PROGRESS, R NO_SHOW NO_SHOW, R CANCEL_APPOINTMENT ACCEPTED, R DECLINE DECLINED, R COMPLETE COMPLETED, S REQUEST_CANCELLATION CANCELLATION_REQUESTED
        NO_SHOW: R SCHEDULE SCHEDULED, R COMPLETE COMPLETED, R DECLINE DECLINED, S REQUEST_CANCELLATION CANCELLATION_REQUESTED
        IN_PROGRESS: R SCHEDULE SCHEDULED, R HOLD ON_HOLD, R COMPLETE COMPLETED, R REDIRECT REDIRECTED, S REQUEST_CANCELLATION CANCELLATION_REQUESTED
        ON_HOLD: R RESUME =, R COMPLETE COMPLETED, R DECLINE DECLINED, S REQUEST_CANCELLATION CANCELLATION_REQUESTED
        CANCELLATION_REQUESTED: R CONFIRM_CANCELLATION CANCELLED, R COMPLETE COMPLETED, T LAPSE CANCELLED
        COMPLETED: R REOPEN IN_PROGRESS
        DECLINED: R REOPEN IN_PROGRESS, S REDIRECT .
        CANCELLED: R REOPEN IN_PROGRESS
        EXPIRED: R REOPEN IN_PROGRESS, S REDIRECT .
        REDIRECTED:
        VOIDED:
        """;

    private const string Always = "S WITHDRAW_CONSENT CANCELLED, R WITHDRAW_CONSENT CANCELLED, S NOTE ., R NOTE .";
    private const string OnceClosed = "S WITHDRAW_CONSENT ., R WITHDRAW_CONSENT ., S CORRECT ., R CORRECT .";
    private static readonly string[] Closed = ["COMPLETED", "DECLINED", "CANCELLED", "EXPIRED", "REDIRECTED", "VOIDED"];

    private static readonly Dictionary<(string From, string Who, string Deed), string> Oracle = Life.Split('\n').Select(line => line.Split(':'))
        .SelectMany(line => $"{line[1]}, {(Closed.Contains(line[0].Trim()) ? OnceClosed : line[0].Trim() == "DRAFT" ? "" : Always)}".Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(step => (From: line[0].Trim(), Step: step.Split(' '))))
        .ToDictionary(line => (line.From, line.Step[0], line.Step[1]), line => line.Step[2]);

    [Fact]
    public void A_hundred_thousand_random_steps_agree_with_the_oracle()
    {
        const int seed = 20261122;
        var random = new Random(seed);
        var (sides, actions) = (Enum.GetValues<Side>(), Enum.GetValues<ReferralAction>());
        var current = Submitted();
        var (state, before, taken) = ("SUBMITTED", "", new HashSet<(string, string, string)>());
        for (var step = 0; step < 100_000; step++)
        {
            var move = Move(sides[random.Next(sides.Length)], actions[random.Next(actions.Length)]) with { PlaceChanges = true };
            var line = (state, "SRT"[(int)move.Who - 1].ToString(), EnumNames.Of(move.Action));
            var decision = ReferralDecider.Move(current, move);
            if (Oracle.TryGetValue(line, out var to))
            {
                var next = to switch { "=" => before, "." => state, _ => to };
                if (to is "INFORMATION_REQUESTED" or "ON_HOLD" or "CANCELLATION_REQUESTED") before = state;
                current = Referral.Evolve(current, current.Name, current.Version + 1, move.Now, Assert.Single(decision.EventsOrThrow()));
                Assert.Equal(next, EnumNames.Of(current.State));
                state = next;
                taken.Add(line);
            }
            else
            {
                // Refused, or a repeat of what already is: nothing happens either way.
                Assert.True(decision.Events.Count == 0, $"{line} leads nowhere.");
            }
            // Forgotten, thrown away, or gone elsewhere: nothing moves any more.
            if (current.ErasedAt is not null || (current.RedirectedTo is not null && state != "REDIRECTED") || random.Next(300) == 0)
                (current, state, before) = random.Next(12) == 0 ? (Drafted(), "DRAFT", "") : (Submitted(), "SUBMITTED", "");
        }
        Assert.Empty(Oracle.Keys.Except(taken));
    }
}
