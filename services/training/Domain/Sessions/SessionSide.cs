namespace Reseau.Training.Domain.Sessions;

/// <summary>In what capacity a session, or an enrolment in it, is moved. One caller may have several.</summary>
public enum SessionSide
{
    /// <summary>O: the institution that planned the session.</summary>
    Organiser = 1,

    /// <summary>P: the professional themselves.</summary>
    Person,

    /// <summary>M: who decides for the professional's institution.</summary>
    Manager,

    /// <summary>T: nobody; time has passed, or it follows from what became of the session.</summary>
    Clock,
}
