using Reseau.Referrals.Domain;
using static Reseau.Referrals.Domain.ReferralAction;
using static Reseau.Referrals.Domain.Side;
using static Reseau.Referrals.Tests.Domain.ReferralHistories;

namespace Reseau.Referrals.Tests.Domain;

public sealed class WithdrawingAConsent
{
    public static TheoryData<ReferralState, Side> EverywhereByEither
    {
        get
        {
            var cases = new TheoryData<ReferralState, Side>();
            foreach (var state in Enum.GetValues<ReferralState>().Where(Transitions.IsSent))
            {
                cases.Add(state, Sender);
                cases.Add(state, Recipient);
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(EverywhereByEither))]
    public void Either_party_may_be_told_at_any_time_and_what_is_closed_stays_as_it_ended(ReferralState state, Side who)
    {
        var before = In(state);

        var after = before.After((who, WithdrawConsent));

        Assert.Equal(Transitions.IsTerminal(state) ? state : ReferralState.Cancelled, after.State);
        Assert.Equal((Monday, Monday), (after.ConsentWithdrawnAt, after.ErasedAt));
        Assert.Equal((before.Outcome, before.DeclineReasons), (after.Outcome, after.DeclineReasons));
    }

    [Fact]
    public void The_national_status_is_that_of_any_other_cancellation_and_of_how_it_had_ended()
    {
        Assert.Equal(NationalStatus.Refusee, Submitted().After((Recipient, WithdrawConsent)).NationalStatus);
        Assert.Equal(NationalStatus.Validee, Submitted().After((Recipient, Accept), (Sender, WithdrawConsent)).NationalStatus);
        Assert.Equal(NationalStatus.Refusee, Submitted().After((Recipient, Acknowledge), (Sender, RequestCancellation), (Sender, WithdrawConsent)).NationalStatus);
        var cancelled = Submitted().After((Recipient, Accept), (Sender, RequestCancellation), (Recipient, ConfirmCancellation));
        Assert.Equal(NationalStatus.Validee, cancelled.After((Recipient, WithdrawConsent)).NationalStatus);
        Assert.Equal(NationalStatus.Validee, Submitted().After((Recipient, Accept), (Recipient, Complete), (Sender, WithdrawConsent)).NationalStatus);
    }

    [Theory]
    [MemberData(nameof(EverywhereByEither))]
    public void Afterwards_nothing_is_possible_and_everything_is_refused_with_its_own_reason(ReferralState state, Side who)
    {
        var forgotten = In(state).After((who, WithdrawConsent));

        Assert.Empty(forgotten.Possible(Sender).Concat(forgotten.Possible(Recipient)));
        foreach (var action in Enum.GetValues<ReferralAction>().Where(action => action != WithdrawConsent))
        {
            foreach (var side in (Side[])[Sender, Recipient]) Assert.Equal("CONSENT_WITHDRAWN", ReferralDecider.Move(forgotten, Move(side, action)).Refusal?.Reason);
        }
    }

    [Fact]
    public void Withdrawing_twice_is_a_success_that_changes_nothing()
    {
        var again = ReferralDecider.Move(Submitted().After((Sender, WithdrawConsent)), Move(Recipient, WithdrawConsent));

        Assert.Equal((0, null), (again.Events.Count, again.Refusal));
    }

    [Fact]
    public void What_retention_erased_is_refused_with_another_reason_and_may_still_be_withdrawn()
    {
        var closed = In(ReferralState.Completed);
        var erased = Referral.Evolve(closed, closed.Name, closed.Version + 1, Monday, new ReferralErased(closed.Submission.Parties));

        Assert.Equal((ReferralState.Completed, Monday, null), (erased.State, erased.ErasedAt, erased.ConsentWithdrawnAt));
        Assert.Equal("REFERRAL_ERASED", ReferralDecider.Move(erased, Move(Recipient, Reopen)).Refusal?.Reason);
        Assert.Null(ReferralDecider.Move(erased, Move(Recipient, WithdrawConsent)).Refusal);
    }
}
