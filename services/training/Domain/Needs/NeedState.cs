namespace Reseau.Training.Domain.Needs;

/// <summary>Where a need stands; numbers are those of the contract.</summary>
public enum NeedState
{
    /// <summary>Nothing answers it yet.</summary>
    Open = 1,

    /// <summary>A goal or a course of a plan answers it.</summary>
    Planned,

    /// <summary>It is answered.</summary>
    Met,

    /// <summary>Given up.</summary>
    SetAside,
}
