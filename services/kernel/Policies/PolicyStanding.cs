namespace Reseau.Kernel.Policies;

/// <summary>Where stands what conventions allow between two institutions; the numbers are the contract's.</summary>
public enum PolicyStanding
{
    /// <summary>At least one convention lets people be referred.</summary>
    InForce = 1,

    /// <summary>What allowed it is suspended.</summary>
    Suspended,

    /// <summary>What allowed it is over.</summary>
    Ended,
}
