namespace Reseau.Training.Domain.Sessions;

/// <summary>What somebody, or time, does to a session.</summary>
public enum SessionAction
{
    /// <summary>Replaces what it is.</summary>
    Update = 1,

    /// <summary>Opens it for enrolment.</summary>
    Open,

    /// <summary>Gives it up.</summary>
    Cancel,

    /// <summary>Says who was there.</summary>
    RecordAttendance,

    /// <summary>Ends it.</summary>
    Close,

    /// <summary>Time: seats kept for somebody are for everyone.</summary>
    Release,

    /// <summary>Time: it is soon.</summary>
    Remind,

    /// <summary>Time: it begins.</summary>
    Begin,
}
