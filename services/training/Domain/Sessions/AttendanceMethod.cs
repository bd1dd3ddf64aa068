namespace Reseau.Training.Domain.Sessions;

/// <summary>How attendance was taken; numbers are those of the contract.</summary>
public enum AttendanceMethod
{
    /// <summary>On the spot, on a tablet.</summary>
    Tablet = 1,

    /// <summary>On paper, then confirmed.</summary>
    Paper,
}
