using Reseau.Referrals.Domain;
using static Reseau.Referrals.Domain.ReferralAction;
using static Reseau.Referrals.Domain.Side;
using static Reseau.Referrals.Tests.Domain.ReferralHistories;

namespace Reseau.Referrals.Tests.Domain;

public sealed class ProjectingToTheNationalStatuses
{
    [Theory]
    [InlineData(ReferralState.Submitted, NationalStatus.Ouverte)]
    [InlineData(ReferralState.Acknowledged, NationalStatus.Ouverte)]
    [InlineData(ReferralState.InformationRequested, NationalStatus.Ouverte)]
    [InlineData(ReferralState.Waitlisted, NationalStatus.Ouverte)]
    [InlineData(ReferralState.OnHold, NationalStatus.Validee)]
    [InlineData(ReferralState.Voided, NationalStatus.Refusee)]
    [InlineData(ReferralState.Accepted, NationalStatus.Validee)]
    [InlineData(ReferralState.Scheduled, NationalStatus.Validee)]
    [InlineData(ReferralState.NoShow, NationalStatus.Validee)]
    [InlineData(ReferralState.InProgress, NationalStatus.Validee)]
    [InlineData(ReferralState.Completed, NationalStatus.Validee)]
    [InlineData(ReferralState.Declined, NationalStatus.Refusee)]
    [InlineData(ReferralState.Expired, NationalStatus.Expiree)]
    [InlineData(ReferralState.Redirected, NationalStatus.Refusee)]
    public void Each_state_has_its_status(ReferralState state, NationalStatus expected) => Assert.Equal(expected, In(state).NationalStatus);

    [Fact]
    public void Every_state_of_what_was_sent_has_a_status_wherever_it_came_from()
    {
        foreach (var state in Enum.GetValues<ReferralState>().Where(Transitions.IsSent))
        {
            foreach (var before in Enum.GetValues<ReferralState>().Where(Transitions.IsSent))
                Assert.True(NationalStatuses.Of(state, before) is { } status && Enum.IsDefined(status));
        }
    }

    [Fact]
    public void A_draft_has_none() => Assert.Null(Drafted().NationalStatus);

    [Fact]
    public void A_requested_cancellation_keeps_the_status_it_came_from()
    {
        Assert.Equal(NationalStatus.Ouverte, Submitted().After((Recipient, Acknowledge), (Sender, RequestCancellation)).NationalStatus);
        Assert.Equal(NationalStatus.Validee, Submitted().After((Recipient, Accept), (Sender, RequestCancellation)).NationalStatus);
    }

    [Fact]
    public void Stopped_before_an_answer_counts_as_refused_and_after_it_as_accepted()
    {
        Assert.Equal(NationalStatus.Refusee, Submitted().After((Sender, Cancel)).NationalStatus);
        Assert.Equal(NationalStatus.Refusee, Submitted().After((Recipient, Acknowledge), (Sender, RequestCancellation), (Recipient, ConfirmCancellation)).NationalStatus);
        Assert.Equal(NationalStatus.Refusee, Submitted().After((Recipient, Waitlist), (Sender, Cancel)).NationalStatus);
        Assert.Equal(NationalStatus.Validee, Submitted().After((Recipient, Accept), (Recipient, Hold), (Sender, RequestCancellation), (Recipient, ConfirmCancellation)).NationalStatus);
        Assert.Equal(NationalStatus.Validee, Submitted().After((Recipient, Accept), (Sender, RequestCancellation), (Recipient, ConfirmCancellation)).NationalStatus);
    }
}
