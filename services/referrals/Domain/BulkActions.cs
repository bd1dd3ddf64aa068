namespace Reseau.Referrals.Domain;

/// <summary>What can be done to many referrals at once: what needs nothing to be written for each person.</summary>
public static class BulkActions
{
    /// <summary>At most so many in one go.</summary>
    public const int Most = 100;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ReferralAction> All { get; } =
    [
        ReferralAction.Acknowledge, ReferralAction.Accept, ReferralAction.Decline, ReferralAction.Waitlist, ReferralAction.Start,
        ReferralAction.Resume, ReferralAction.Attended, ReferralAction.NoShow, ReferralAction.CancelAppointment, ReferralAction.Complete,
        ReferralAction.Cancel, ReferralAction.ConfirmCancellation, ReferralAction.Void,
    ];
}
