namespace Reseau.Conventions.Signing;

/// <summary>How much a signature proves (regulation (EU) 910/2014, articles 3, 25 and 26).</summary>
public enum SignatureLevel
{
    /// <summary>Identity by sign-in, hash, time and journal.</summary>
    Simple = 1,

    /// <summary>Uniquely linked to the signatory, who can be identified by it and alone controls what it is made with.</summary>
    Advanced = 2,

    /// <summary>Advanced, on a qualified certificate and device: the only one whose reliability is presumed.</summary>
    Qualified = 3,
}
