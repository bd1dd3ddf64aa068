namespace Reseau.Training.Views;

/// <summary>
/// What an account holds today, as the shared state says it or is about to: kept in the transaction of whatever changes it, so that no change is
/// forgotten while the state does not answer. It is no view: an account that nothing is to be said of any more has none.
/// </summary>
public sealed class HabilitationSheetRow
{
    /// <summary>Subject of the account.</summary>
    public required string Subject { get; set; }

    /// <summary>How often it changed, from 1.</summary>
    public long Version { get; set; }

    /// <summary>The habilitations as a message in JSON; empty = none.</summary>
    public required string Body { get; set; }

    /// <summary>Whether the shared state does not say it yet.</summary>
    public bool Due { get; set; }
}
