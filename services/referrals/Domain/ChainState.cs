namespace Reseau.Referrals.Domain;

/// <summary>What a chain of referrals comes to for the one who follows it; the first that applies to one of them. Numbers are those of the contract.</summary>
public enum ChainState
{
    /// <summary>Somebody has it in hand.</summary>
    Open = 1,

    /// <summary>Closed, and the need is answered at least in part.</summary>
    Served,

    /// <summary>Closed with another outcome.</summary>
    Completed,

    /// <summary>Refused.</summary>
    Declined,

    /// <summary>Nobody answered in time.</summary>
    Expired,

    /// <summary>Stopped.</summary>
    Cancelled,
}

/// <summary>Computes what a referral with children comes to: it is as far as the farthest of them.</summary>
public static class ChainStates
{
    /// <summary>What one referral counts for; null for one entered in error, which counts for nothing.</summary>
    public static ChainState? Of(ReferralState state, Outcome? outcome) => state switch
    {
        _ when !Transitions.IsTerminal(state) => ChainState.Open,
        ReferralState.Completed => outcome is Outcome.Served or Outcome.PartlyServed ? ChainState.Served : ChainState.Completed,
        ReferralState.Declined or ReferralState.Redirected => ChainState.Declined,
        ReferralState.Cancelled => ChainState.Cancelled,
        ReferralState.Voided => null,
        _ => ChainState.Expired,
    };

    /// <summary>What a referral comes to, with what its children come to: open while one is open, served if one is served, else the most advanced.</summary>
    /// <param name="own">What it counts for alone.</param>
    /// <param name="children">What its children come to.</param>
    public static ChainState? RollUp(ChainState? own, IEnumerable<ChainState?> children) => children.Where(child => child is not null).DefaultIfEmpty(own).Min();

    /// <summary>What a chain comes to, in which each referral is the parent of the next.</summary>
    /// <param name="links">What each counts for alone, oldest first.</param>
    public static ChainState? OfChain(IEnumerable<ChainState?> links) => links.Reverse().Aggregate((ChainState?)null, (below, own) => RollUp(own, [below]));
}
