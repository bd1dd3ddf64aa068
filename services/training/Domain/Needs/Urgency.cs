namespace Reseau.Training.Domain.Needs;

/// <summary>How soon a need is to be answered; numbers are those of the contract.</summary>
public enum Urgency
{
    /// <summary>It can wait.</summary>
    Low = 1,

    /// <summary>In the year.</summary>
    Medium,

    /// <summary>Now: work suffers from it.</summary>
    High,
}
