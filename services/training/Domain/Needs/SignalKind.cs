namespace Reseau.Training.Domain.Needs;

/// <summary>Why a referral came back; numbers are those of the contract.</summary>
public enum SignalKind
{
    /// <summary>The service does something else.</summary>
    OutOfScope = 1,

    /// <summary>The service is not for that person.</summary>
    NotEligible,

    /// <summary>The service is for another territory.</summary>
    OutOfArea,

    /// <summary>The file was not complete.</summary>
    Incomplete,

    /// <summary>It was passed on to another service.</summary>
    Redirected,
}
