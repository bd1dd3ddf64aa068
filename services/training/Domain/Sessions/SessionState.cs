namespace Reseau.Training.Domain.Sessions;

/// <summary>Where a session stands; numbers are those of the contract.</summary>
public enum SessionState
{
    /// <summary>Its organiser prepares it.</summary>
    Draft = 1,

    /// <summary>Professionals enrol, or it takes place.</summary>
    Open,

    /// <summary>It took place, attendance is said.</summary>
    Closed,

    /// <summary>Given up.</summary>
    Cancelled,
}
