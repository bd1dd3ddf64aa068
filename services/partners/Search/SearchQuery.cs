using Reseau.Partners.Territory;

namespace Reseau.Partners.Search;

/// <summary>
/// A question to the directory. Criteria left out do not restrict; those given all restrict, and within a list one match is enough.
/// Codes are expected to be known ones: an unknown theme finds nothing.
/// </summary>
public sealed record SearchQuery
{
    /// <summary>The person's words. Services that have all of them come alone; where there are none, those that have some.</summary>
    public string Text { get; init; } = "";

    public IReadOnlyList<string> Themes { get; init; } = [];

    public string? ThemeFamily { get; init; }

    /// <summary>A service for everyone, or that names no public, matches too, with less weight.</summary>
    public IReadOnlyList<string> Publics { get; init; } = [];

    /// <summary>Where the person lives: leaves out services not open to that commune, and distances start there unless <see cref="Point"/> is set.</summary>
    public string? CommuneInsee { get; init; }

    public GeoPoint? Point { get; init; }

    /// <summary>How far the person can go. Services given remotely stay, unless <see cref="Remote"/> is false. Needs a commune or a point.</summary>
    public double? RadiusMeters { get; init; }

    /// <summary>True: only services given remotely. False: only those given on site.</summary>
    public bool? Remote { get; init; }

    /// <summary>Only services to which a person may be handed over through Réseau.</summary>
    public bool AcceptsReferralsOnly { get; init; }

    public int Offset { get; init; }

    public int Limit { get; init; } = 20;
}
