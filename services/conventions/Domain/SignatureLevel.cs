namespace Reseau.Conventions.Domain;

/// <summary>How much a signature proves (regulation (EU) 910/2014); numbers are those of the contract.</summary>
public enum SignatureLevel
{
    /// <summary>Identity by sign-in, hash, time and journal.</summary>
    Simple = 1,

    /// <summary>Uniquely linked to the signatory.</summary>
    Advanced,

    /// <summary>Advanced, on a qualified certificate and device.</summary>
    Qualified,
}
