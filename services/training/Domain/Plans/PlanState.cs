namespace Reseau.Training.Domain.Plans;

/// <summary>Where a plan stands; numbers are those of the contract.</summary>
public enum PlanState
{
    /// <summary>Being written.</summary>
    Draft = 1,

    /// <summary>Followed.</summary>
    Published,

    /// <summary>Over.</summary>
    Closed,
}
