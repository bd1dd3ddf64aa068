namespace Reseau.Training.Domain.Sessions;

/// <summary>Whether someone was there for a half-day; numbers are those of the contract.</summary>
public enum Presence
{
    /// <summary>Was there.</summary>
    Present = 1,

    /// <summary>Was not.</summary>
    Absent,

    /// <summary>Was not, and said why before.</summary>
    Excused,
}
