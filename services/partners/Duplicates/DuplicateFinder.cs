using System.Text.RegularExpressions;
using Reseau.Kernel;
using Reseau.Partners.Domain;
using Reseau.Partners.Search;

namespace Reseau.Partners.Duplicates;

/// <summary>
/// Finds places that were probably published twice. Comparing all with all would take days on a national directory, so only places that share
/// a key are compared: a SIRET, a telephone in a commune, a street number in a commune, a name in a commune.
/// A person decides; nothing here merges.
/// </summary>
public static partial class DuplicateFinder
{
    /// <summary>A key that more places share says nothing: a national call centre, the SIRET of a whole town.</summary>
    private const int LargestBlock = 40;

    private const double SameName = 0.5;
    private const double SiretAlone = 0.6;
    private const double NameAndAddress = 0.8;
    private const double PhoneAlone = 0.4;
    private const double PhoneWithName = 0.55;

    /// <summary>A town publishes all its places under one SIRET: with another name elsewhere, it is no evidence.</summary>
    private const double SiretOfAnotherName = 0.2;

    private const double Least = 0.5;

    /// <summary>Pairs that are probably one place, the surest first. Merged places and dismissed pairs are left out.</summary>
    public static IReadOnlyList<DuplicatePair> Find(IReadOnlyCollection<Place> places)
    {
        var shown = places.Where(place => place.Record.MergedInto is null).Select(place => new Described(place)).ToList();
        var compared = new HashSet<(string First, string Second)>();
        var found = new List<DuplicatePair>();
        foreach (var block in Blocks(shown))
        {
            for (var i = 0; i < block.Count; i++)
            {
                for (var j = i + 1; j < block.Count; j++)
                {
                    if (compared.Add(KeyOf(block[i], block[j])) && Compare(block[i], block[j]) is { } pair) found.Add(pair);
                }
            }
        }

        return [.. found.OrderByDescending(pair => pair.Likelihood).ThenBy(pair => pair.Keep.Structure.Id, StringComparer.Ordinal).ThenBy(pair => pair.Other.Structure.Id, StringComparer.Ordinal)];
    }

    private static IEnumerable<List<Described>> Blocks(List<Described> places) =>
        places.SelectMany(place => place.Keys().Select(key => (key, place)))
            .GroupBy(pair => pair.key, pair => pair.place, StringComparer.Ordinal)
            .Select(block => block.ToList())
            .Where(block => block.Count is > 1 and <= LargestBlock);

    private static DuplicatePair? Compare(Described x, Described y)
    {
        if (AreDismissed(x.Place.Record, y.Place.Record)) return null;
        var names = Similarity(x.Words, y.Words);
        var sameCommune = x.Commune is not null && x.Commune == y.Commune;
        var evidence = new List<(DuplicateEvidence Kind, double Weight)>();
        var doubt = 1.0;
        if (x.Place.Structure.Siret is { } siret && siret == y.Place.Structure.Siret)
            Take(DuplicateEvidence.Siret, names >= SameName ? SiretAlone : SiretOfAnotherName);
        if (sameCommune && names >= SameName && AreTheSameDoor(x, y)) Take(DuplicateEvidence.NameAndAddress, NameAndAddress * (0.5 + (names / 2)));
        if (sameCommune && x.Phone is not null && x.Phone == y.Phone) Take(DuplicateEvidence.Phone, names >= SameName ? PhoneWithName : PhoneAlone);

        var likelihood = Math.Round(1 - doubt, 2);
        if (likelihood < Least) return null;
        var (keep, other) = Order(x.Place, y.Place);
        return new(keep, other, [.. evidence.OrderByDescending(one => one.Weight).Select(one => one.Kind)], likelihood);

        void Take(DuplicateEvidence kind, double weight)
        {
            evidence.Add((kind, weight));
            doubt *= 1 - weight;
        }
    }

    private static bool AreDismissed(StructureRecord x, StructureRecord y) =>
        x.NotTheSameAs.Contains(y.Content.Id, StringComparer.Ordinal) || y.NotTheSameAs.Contains(x.Content.Id, StringComparer.Ordinal);

    /// <summary>The same street number, or one of the two does not say it and nothing else speaks against it.</summary>
    private static bool AreTheSameDoor(Described x, Described y) =>
        x.Street.Count == 0 || y.Street.Count == 0 || (x.Number == y.Number && Similarity(x.Street, y.Street) >= SameName);

    private static double Similarity(HashSet<string> x, HashSet<string> y)
    {
        if (x.Count == 0 || y.Count == 0) return 0;
        var common = x.Count(y.Contains);
        return (double)common / (x.Count + y.Count - common);
    }

    private static (Place Keep, Place Other) Order(Place x, Place y)
    {
        var order = y.Services.CompareTo(x.Services);
        if (order == 0) order = y.FreshOn.CompareTo(x.FreshOn);
        if (order == 0) order = string.CompareOrdinal(x.Structure.Id, y.Structure.Id);
        return order <= 0 ? (x, y) : (y, x);
    }

    private static (string First, string Second) KeyOf(Described x, Described y)
    {
        var (first, second) = (x.Place.Structure.Id, y.Place.Structure.Id);
        return string.CompareOrdinal(first, second) < 0 ? (first, second) : (second, first);
    }

    /// <summary>The comparable form of a place, made once.</summary>
    private sealed class Described
    {
        public Described(Place place)
        {
            Place = place;
            Commune = place.Structure.Address.CommuneInsee;
            // The commune's own name in the name of a place distinguishes nothing within the commune.
            var town = Stems(place.Structure.Address.CommuneName);
            Words = Stems(place.Structure.Name);
            if (Words.Except(town, StringComparer.Ordinal).Any()) Words.ExceptWith(town);
            var line = place.Structure.Address.Line;
            Number = line is null ? "" : StreetNumber().Match(line).Value;
            Street = Stems(line);
            Phone = place.Structure.Phone is { } phone ? PhoneNumber.AtHome(phone) : null;
        }

        public Place Place { get; }

        public string? Commune { get; }

        public HashSet<string> Words { get; }

        public string Number { get; }

        public HashSet<string> Street { get; }

        public string? Phone { get; }

        public IEnumerable<string> Keys()
        {
            if (Place.Structure.Siret is { } siret) yield return $"siret {siret}";
            if (Commune is null) yield break;
            if (Phone is { Length: > 4 }) yield return $"phone {Commune} {Phone}";
            if (Number.Length > 0) yield return $"number {Commune} {Number}";
            if (Words.Count > 0) yield return $"name {Commune} {string.Join(' ', Words.Order(StringComparer.Ordinal))}";
        }

        private static HashSet<string> Stems(string? text) =>
            text is null ? [] : FrenchText.Words(text).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"^\s*\d+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex StreetNumber();
}
