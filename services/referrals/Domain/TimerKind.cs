namespace Reseau.Referrals.Domain;

/// <summary>What time does to a referral. The first five remind somebody; their names are in the contract.</summary>
public enum TimerKind
{
    /// <summary>The recipient has not read it.</summary>
    Acknowledge = 1,

    /// <summary>The recipient has read it and not answered.</summary>
    Decide,

    /// <summary>The sender has not answered what it was asked.</summary>
    Provide,

    /// <summary>The day on which a pause should end is past.</summary>
    Resume,

    /// <summary>Nobody answers: the recipient's backup is told.</summary>
    Escalate,

    /// <summary>Nobody answered in time: it is closed.</summary>
    Expire,

    /// <summary>The wish to stop was not answered: it is granted.</summary>
    Lapse,
}
