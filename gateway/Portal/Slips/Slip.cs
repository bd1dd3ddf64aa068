using Reseau.Referrals.V1;
using static Reseau.Referrals.V1.Referral.Types;

namespace Reseau.Gateway.Portal.Slips;

/// <summary>What the person takes along, in plain words: who, when, where, and whom to call. Nothing of why.</summary>
/// <param name="Title">What it is.</param>
/// <param name="For">First name and initial: enough at a desk, little for whoever finds the paper.</param>
/// <param name="Parts">What it says, in the order of the questions people ask.</param>
/// <param name="Made">When it was made: what it says may have changed since.</param>
public sealed record Slip(string Title, string For, IReadOnlyList<SlipPart> Parts, string Made)
{
    /// <summary>Whether there is something to go to: a referral that is closed sends nobody anywhere.</summary>
    public static bool IsFor(Referral referral) => referral.State is State.Submitted or State.Acknowledged or State.InformationRequested or State.Waitlisted
        or State.Accepted or State.Scheduled or State.NoShow or State.InProgress or State.OnHold;
}
