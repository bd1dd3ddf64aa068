using Reseau.Kernel.Calendar;
using Reseau.Partners.Territory;

namespace Reseau.Partners.Search;

/// <summary>
/// An immutable index of some services. A document is a position; documents stand in <see cref="SpatialOrder"/>, so that the 64 of one word of a
/// <see cref="Bitset"/> are neighbours. Columns are arrays side by side: scoring a document touches a few bytes and no object.
/// </summary>
internal sealed class Segment
{
    private Dictionary<string, int[]>? _ofInstitution;

    public required Shown[] Entries { get; init; }

    /// <summary>By document, its place in the order of ids; it settles ties without comparing texts.</summary>
    public required int[] RankOf { get; init; }

    /// <summary>By rank, the document.</summary>
    public required int[] DocumentAt { get; init; }

    public required Dictionary<string, Postings> Stems { get; init; }

    public required StemList StemList { get; init; }

    /// <summary>Documents by institution id: made when somebody with conventions asks first.</summary>
    public IReadOnlyDictionary<string, int[]> OfInstitution => LazyInitializer.EnsureInitialized(ref _ofInstitution, () => Enumerable.Range(0, Count)
        .GroupBy(document => Entries[document].Service.InstitutionId, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal));

    /// <summary>By <see cref="ZoneKeys"/>.</summary>
    public required Dictionary<string, DocumentSet> Zones { get; init; }

    /// <summary>By position of the value in its vocabulary.</summary>
    public required Bitset[] Themes { get; init; }

    public required Bitset[] Publics { get; init; }

    public required Bitset[] Fees { get; init; }

    public required Bitset[] Types { get; init; }

    public required Bitset[] Typologies { get; init; }

    public required Bitset[] Languages { get; init; }

    public required Bitset[] Accessibility { get; init; }

    /// <summary>Names no public.</summary>
    public required Bitset PublicNotStated { get; init; }

    public required Bitset Remote { get; init; }

    public required Bitset OnSite { get; init; }

    public required Bitset AcceptsReferrals { get; init; }

    /// <summary>Has a point.</summary>
    public required Bitset Located { get; init; }

    /// <summary>The point is the commune's, and the commune's is itself an average.</summary>
    public required Bitset Approximate { get; init; }

    /// <summary>Meaningful where <see cref="Located"/>.</summary>
    public required GeoPoint[] Points { get; init; }

    public required UnitVector[] Vectors { get; init; }

    /// <summary>By word of 64 documents.</summary>
    public required Area[] Areas { get; init; }

    /// <summary>By document, its hours in <see cref="Hours"/>; -1 when they are not known or not readable.</summary>
    public required int[] HoursOf { get; init; }

    public required (OpeningHours Hours, FrenchPlace Place)[] Hours { get; init; }

    public int Count => Entries.Length;

    /// <summary>The document of a service; -1 when it is not here.</summary>
    public int Find(string serviceId)
    {
        var rank = RankFrom(serviceId);
        return rank < Count && Entries[DocumentAt[rank]].Service.Id == serviceId ? DocumentAt[rank] : -1;
    }

    /// <summary>The rank of the first service whose id is not before this one.</summary>
    public int RankFrom(string serviceId)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(Entries[DocumentAt[middle]].Service.Id, serviceId) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
