namespace Reseau.Hosting.Contracts;

/// <summary>What <c>InstitutionMoved.to_state</c> says: the directory writes it, and whoever has to do with institutions reads it.</summary>
public static class InstitutionStates
{
    /// <summary>It left the network.</summary>
    public const string Archived = "ARCHIVED";

    /// <summary>It came back.</summary>
    public const string Present = "PRESENT";
}
