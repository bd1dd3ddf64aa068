namespace Reseau.Training.Domain.Sessions;

/// <summary>Where an enrolment stands; numbers are those of the contract.</summary>
public enum EnrolmentState
{
    /// <summary>Their manager has to agree.</summary>
    Requested = 1,

    /// <summary>On the waiting list.</summary>
    Waiting,

    /// <summary>Has a seat.</summary>
    Enrolled,

    /// <summary>Their manager said no.</summary>
    Refused,

    /// <summary>Given back.</summary>
    Withdrawn,

    /// <summary>The session was cancelled.</summary>
    Cancelled,

    /// <summary>Was there for every half-day.</summary>
    Attended,

    /// <summary>Was there for some.</summary>
    AttendedPartly,

    /// <summary>Did not come.</summary>
    Absent,

    /// <summary>The session began without them: still waiting, for a seat or for a manager's word.</summary>
    NotServed,
}
