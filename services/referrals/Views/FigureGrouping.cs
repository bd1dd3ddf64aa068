namespace Reseau.Referrals.Views;

/// <summary>What the referrals of a group have in common; numbers are those of the contract.</summary>
public enum FigureGrouping
{
    /// <summary>Nothing: they are all of them.</summary>
    None = 0,

    /// <summary>Institution that must answer.</summary>
    Recipient,

    /// <summary>Institution that sent.</summary>
    Sender,

    /// <summary>Theme of the need.</summary>
    Theme,

    /// <summary>Service.</summary>
    Service,
}
