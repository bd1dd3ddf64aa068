namespace Reseau.Referrals.Notifications;

/// <summary>What became of a message; numbers are those of the contract and of the table.</summary>
public enum DeliveryState
{
    /// <summary>Its time has not come, or it is tried again.</summary>
    Waiting = 1,

    /// <summary>Handed over.</summary>
    Sent,

    /// <summary>Given up.</summary>
    Failed,

    /// <summary>No longer wanted.</summary>
    Dropped,
}
