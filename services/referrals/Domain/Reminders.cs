namespace Reseau.Referrals.Domain;

/// <summary>Which reminders were sent; each is sent once.</summary>
[Flags]
public enum Reminders
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>That an answer is awaited: of its reading or of its decision, whichever comes first.</summary>
    Answer = 1,

    /// <summary>Of the question asked last.</summary>
    Provide = 2,

    /// <summary>Of the pause begun last.</summary>
    Resume = 4,

    /// <summary>To the backup.</summary>
    Escalate = 8,
}
