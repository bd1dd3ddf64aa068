namespace Reseau.Training.Domain.Professionals;

/// <summary>What a professional does in their institution; numbers are those of the contract.</summary>
public enum Function
{
    /// <summary>Reception agent.</summary>
    ReceptionAgent = 1,

    /// <summary>Social worker.</summary>
    SocialWorker,

    /// <summary>Case officer (instructeur).</summary>
    CaseOfficer,

    /// <summary>Adviser for labour-market inclusion (ALI).</summary>
    InclusionAdviser,

    /// <summary>Head of unit.</summary>
    HeadOfUnit,

    /// <summary>Digital adviser or mediator.</summary>
    DigitalAdviser,

    /// <summary>Librarian.</summary>
    Librarian,

    /// <summary>Any other.</summary>
    Other,
}
