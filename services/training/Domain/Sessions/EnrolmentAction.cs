namespace Reseau.Training.Domain.Sessions;

/// <summary>What somebody does to an enrolment, or what the session does to it.</summary>
public enum EnrolmentAction
{
    /// <summary>Asks for a seat.</summary>
    Enrol = 1,

    /// <summary>Agrees.</summary>
    Approve,

    /// <summary>Says no.</summary>
    Refuse,

    /// <summary>Gives it back.</summary>
    Withdraw,

    /// <summary>Says whether they were there.</summary>
    RecordAttendance,

    /// <summary>Says what it was worth.</summary>
    Evaluate,

    /// <summary>The session has a seat for who waited.</summary>
    GiveSeat,

    /// <summary>The session is given up.</summary>
    Cancel,

    /// <summary>The session begins without them.</summary>
    Begin,

    /// <summary>The session ends.</summary>
    Close,
}
