namespace Reseau.Conventions.Domain;

/// <summary>How parties sign; numbers are those of the contract.</summary>
public enum SigningOrder
{
    /// <summary>In any order.</summary>
    Parallel = 1,

    /// <summary>In the order of the list of parties.</summary>
    Sequential,
}
