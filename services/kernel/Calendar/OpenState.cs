namespace Reseau.Kernel.Calendar;

/// <summary>What opening hours say of one moment.</summary>
public enum OpenState
{
    /// <summary>Closed, said or implied.</summary>
    Closed = 1,

    /// <summary>Open.</summary>
    Open = 2,

    /// <summary>Perhaps: on appointment, after an end that is not stated, or on a condition that only a comment tells.</summary>
    Unknown = 3,
}
