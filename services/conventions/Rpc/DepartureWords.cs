using Reseau.Conventions.Domain;

namespace Reseau.Conventions.Rpc;

/// <summary>What is said where nobody said anything: why a convention ended that a party has left.</summary>
internal static class DepartureWords
{
    /// <summary>The reason, in French.</summary>
    public static string Of(Convention convention, string institution) =>
        $"{(convention.Content.PartyOf(institution)?.DisplayName is { Length: > 0 } name ? name : institution)} a quitté le réseau.";
}
