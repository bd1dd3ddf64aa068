namespace Reseau.Conventions.Domain;

/// <summary>Where a convention stands; numbers are those of the contract.</summary>
public enum ConventionState
{
    /// <summary>Being written; only its author sees it.</summary>
    Draft = 1,

    /// <summary>Sent to the parties.</summary>
    Proposed,

    /// <summary>Signed by some.</summary>
    PartiallySigned,

    /// <summary>Signed by all.</summary>
    Active,

    /// <summary>As <see cref="Active"/>, with less than 90 days to its end.</summary>
    Expiring,

    /// <summary>Its end is past.</summary>
    Expired,

    /// <summary>Ended by a party before its time. Terminal.</summary>
    Terminated,

    /// <summary>Replaced by an amendment or a renewal. Terminal.</summary>
    Superseded,

    /// <summary>A party said no. Terminal.</summary>
    Declined,

    /// <summary>Stopped for a while by a party: nothing it allows is allowed.</summary>
    Suspended,

    /// <summary>Taken back by its author, or not signed by all in time. Terminal.</summary>
    Withdrawn,
}
