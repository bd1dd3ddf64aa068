using Reseau.Referrals.Domain;

namespace Reseau.Referrals.Tests.Domain;

public sealed class FollowingAChain
{
    [Fact]
    public void Every_state_counts_for_something_but_what_was_entered_in_error()
    {
        Assert.All(
            Enum.GetValues<ReferralState>().Where(state => state != ReferralState.Voided),
            state => Assert.Equal(!Transitions.IsTerminal(state), ChainStates.Of(state, outcome: null) == ChainState.Open));
        Assert.Null(ChainStates.Of(ReferralState.Voided, outcome: null));
        Assert.Equal(
            (ChainState.Declined, ChainState.Declined, ChainState.Cancelled),
            (ChainStates.Of(ReferralState.Declined, null), ChainStates.Of(ReferralState.Redirected, null), ChainStates.Of(ReferralState.Cancelled, null)));
    }

    [Theory]
    [InlineData(Outcome.Served, ChainState.Served)]
    [InlineData(Outcome.PartlyServed, ChainState.Served)]
    [InlineData(Outcome.Unreachable, ChainState.Completed)]
    [InlineData(Outcome.ReferredElsewhere, ChainState.Completed)]
    public void Only_an_answered_need_is_served(Outcome outcome, ChainState expected) => Assert.Equal(expected, ChainStates.Of(ReferralState.Completed, outcome));

    [Theory]
    [InlineData(ChainState.Open, ChainState.Served, ChainState.Open, ChainState.Cancelled)]
    [InlineData(ChainState.Served, ChainState.Declined, ChainState.Served, ChainState.Completed)]
    [InlineData(ChainState.Completed, ChainState.Declined, ChainState.Completed, ChainState.Expired)]
    [InlineData(ChainState.Declined, ChainState.Cancelled, ChainState.Expired, ChainState.Declined)]
    [InlineData(ChainState.Expired, ChainState.Cancelled, ChainState.Expired, ChainState.Cancelled)]
    [InlineData(ChainState.Cancelled, ChainState.Cancelled, ChainState.Cancelled, ChainState.Cancelled)]
    public void A_parent_is_as_far_as_its_farthest_child(ChainState expected, params ChainState[] children) =>
        Assert.Equal(expected, ChainStates.RollUp(ChainState.Declined, children.Select(child => (ChainState?)child)));

    [Fact]
    public void A_parent_whose_children_were_entered_in_error_is_what_it_was_alone()
    {
        Assert.Equal(ChainState.Declined, ChainStates.RollUp(ChainState.Declined, [null, null]));
        Assert.Equal(ChainState.Cancelled, ChainStates.RollUp(ChainState.Declined, [null, ChainState.Cancelled]));
    }

    [Fact]
    public void A_chain_comes_to_what_its_last_referral_comes_to()
    {
        Assert.Equal(ChainState.Open, ChainStates.OfChain([ChainState.Declined, ChainState.Declined, ChainState.Open]));
        Assert.Equal(ChainState.Cancelled, ChainStates.OfChain([ChainState.Declined, ChainState.Cancelled]));
        Assert.Equal(ChainState.Declined, ChainStates.OfChain([ChainState.Declined, null]));
        Assert.Null(ChainStates.OfChain([]));
    }
}
