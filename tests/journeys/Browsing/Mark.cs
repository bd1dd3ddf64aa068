namespace Reseau.Journeys.Browsing;

/// <summary>A word that no other text of the network contains: what a test wrote is found by it.</summary>
public static class Mark
{
    private const int Letters = 8;

    /// <summary>A new one.</summary>
    public static string New() => string.Concat(Enumerable.Range(0, Letters).Select(_ => (char)('a' + Random.Shared.Next(26))));
}
