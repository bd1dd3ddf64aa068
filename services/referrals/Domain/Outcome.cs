namespace Reseau.Referrals.Domain;

/// <summary>How a closed referral ended.</summary>
public enum Outcome
{
    /// <summary>The need is answered.</summary>
    Served = 1,

    /// <summary>Answered in part.</summary>
    PartlyServed,

    /// <summary>The person has no right to it.</summary>
    NotEligible,

    /// <summary>The person could not be reached.</summary>
    Unreachable,

    /// <summary>The person no longer wants it.</summary>
    NoLongerWanted,

    /// <summary>No room after all.</summary>
    NoCapacity,

    /// <summary>Sent elsewhere, outside Réseau.</summary>
    ReferredElsewhere,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>How a mediator worked with the person (domain: médiation or assistance).</summary>
public enum Autonomy
{
    /// <summary>"Faire avec".</summary>
    WithThePerson = 1,

    /// <summary>"Faire à la place".</summary>
    ForThePerson,
}
