namespace Reseau.Conventions.Domain;

/// <summary>What a convention is for; numbers are those of the contract.</summary>
public enum ConventionKind
{
    /// <summary>A relay structure publicises the schedule and takes registrations.</summary>
    Engagement = 1,

    /// <summary>A commune hosts the service.</summary>
    Hosting,

    /// <summary>Posts and money over years.</summary>
    Partnership,

    /// <summary>Who may refer what to whom.</summary>
    ReferralProtocol,
}
