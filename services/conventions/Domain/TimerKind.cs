namespace Reseau.Conventions.Domain;

/// <summary>What time does to a convention. The first two remind somebody; their names are in the contract.</summary>
public enum TimerKind
{
    /// <summary>Signatures are awaited.</summary>
    MissingSignatures = 1,

    /// <summary>Its end comes.</summary>
    Ending,

    /// <summary>It was not signed by all in time.</summary>
    Lapse,

    /// <summary>Less than 90 days are left.</summary>
    ComeNear,

    /// <summary>Its signed renewal takes its place: before its end would.</summary>
    TakeOver,

    /// <summary>Its end is past.</summary>
    Expire,

    /// <summary>A party has left the network; due at once.</summary>
    Depart,
}
