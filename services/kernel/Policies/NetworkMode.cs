namespace Reseau.Kernel.Policies;

/// <summary>How a network treats two institutions between which no convention is in force; the numbers are the contract's.</summary>
public enum NetworkMode
{
    /// <summary>Nobody needs a convention.</summary>
    Open = 1,

    /// <summary>Nothing is referred without one.</summary>
    Strict,
}
