namespace Reseau.Referrals.Domain;

/// <summary>The four statuses of the national systems (DORA, Emplois), to which every state projects.</summary>
public enum NationalStatus
{
    /// <summary>OUVERTE: waits for an answer.</summary>
    Ouverte = 1,

    /// <summary>VALIDÉE: accepted, whatever came after.</summary>
    Validee,

    /// <summary>REFUSÉE: refused, or stopped before an answer.</summary>
    Refusee,

    /// <summary>EXPIRÉE: nobody answered in time.</summary>
    Expiree,
}

/// <summary>The projection of our states to the four national statuses; total, so no state that was sent is ever without one.</summary>
public static class NationalStatuses
{
    /// <summary>The status of a state; null for a draft, which is nobody's business yet.</summary>
    /// <param name="state">Where the referral stands.</param>
    /// <param name="before">For a requested or effective cancellation, the state it came from.</param>
    public static NationalStatus? Of(ReferralState state, ReferralState? before) => state switch
    {
        ReferralState.Draft => null,
        ReferralState.Submitted or ReferralState.Acknowledged or ReferralState.InformationRequested or ReferralState.Waitlisted => NationalStatus.Ouverte,
        // Voided: the national systems have no word for an error; to them it was taken back unanswered.
        ReferralState.Declined or ReferralState.Redirected or ReferralState.Voided => NationalStatus.Refusee,
        ReferralState.CancellationRequested when before is { } from => Of(from, null),
        ReferralState.Expired => NationalStatus.Expiree,
        // Stopped before an answer counts as refused; stopped after it stays accepted.
        ReferralState.Cancelled => before is { } from && Of(from, null) == NationalStatus.Validee ? NationalStatus.Validee : NationalStatus.Refusee,
        _ => NationalStatus.Validee,
    };
}
