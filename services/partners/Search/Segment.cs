using Reseau.Partners.Territory;

namespace Reseau.Partners.Search;

/// <summary>
/// An immutable index of some services. A document is its position in <see cref="Entries"/>; posting lists hold documents in ascending
/// order. Columns are arrays side by side, so that scoring a document touches a few bytes and no object.
/// </summary>
internal sealed class Segment
{
    public required DirectoryEntry[] Entries { get; init; }

    public required Dictionary<string, int> DocumentOf { get; init; }

    /// <summary>Stem to postings: the document shifted left twice, and the best field it occurs in (<see cref="Field"/>) in the low bits.</summary>
    public required Dictionary<string, int[]> Stems { get; init; }

    /// <summary>By position of the theme in the vocabulary.</summary>
    public required int[][] Themes { get; init; }

    /// <summary>By <see cref="ZoneKeys"/>.</summary>
    public required Dictionary<string, int[]> Zones { get; init; }

    public required SpatialGrid Grid { get; init; }

    public required int[] RemoteDocuments { get; init; }

    /// <summary>One bit per theme of the vocabulary.</summary>
    public required UInt128[] ThemeSet { get; init; }

    /// <summary>One bit per public of the vocabulary; zero when the service names none.</summary>
    public required int[] PublicSet { get; init; }

    public required bool[] IsRemote { get; init; }

    public required bool[] IsOnSite { get; init; }

    public required bool[] AcceptsReferrals { get; init; }

    public required GeoPoint?[] Points { get; init; }

    /// <summary>The point is the commune's, and the commune's is itself an average.</summary>
    public required bool[] IsPointApproximate { get; init; }

    public int Count => Entries.Length;
}

/// <summary>Where a word stands in a service, best first.</summary>
internal enum Field
{
    Description = 0,

    /// <summary>Themes, publics, structure, institution, commune.</summary>
    Labels = 1,
    Name = 2,
}
