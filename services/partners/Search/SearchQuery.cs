using Reseau.Partners.Territory;

namespace Reseau.Partners.Search;

/// <summary>
/// A question to the directory. Criteria left out do not restrict; those given all restrict, and within a list one match is enough.
/// Codes are expected to be known ones: an unknown theme finds nothing.
/// </summary>
public sealed record SearchQuery
{
    /// <summary>
    /// The person's words. Services that have all of them come alone; where there are none, those that have some. A commune named in it is the
    /// place of the question, unless <see cref="CommuneInsee"/> or <see cref="Point"/> is.
    /// </summary>
    public string Text { get; init; } = "";

    public IReadOnlyList<string> Themes { get; init; } = [];

    public string? ThemeFamily { get; init; }

    /// <summary>A service for everyone, or that names no public, matches too, with less weight.</summary>
    public IReadOnlyList<string> Publics { get; init; } = [];

    /// <summary>Where the person lives: leaves out services not open to that commune, and distances start there unless <see cref="Point"/> is set.</summary>
    public string? CommuneInsee { get; init; }

    public GeoPoint? Point { get; init; }

    /// <summary>How far the person can go. Services given remotely stay, unless <see cref="OnSiteOnly"/>. Needs a commune or a point.</summary>
    public double? RadiusMeters { get; init; }

    public bool RemoteOnly { get; init; }

    public bool OnSiteOnly { get; init; }

    /// <summary>Only services to which a person may be handed over through Réseau.</summary>
    public bool AcceptsReferralsOnly { get; init; }

    public IReadOnlyList<string> Fees { get; init; } = [];

    /// <summary>Leaves out what is closed at that instant; hours that are not known or cannot be read leave nothing out.</summary>
    public DateTimeOffset? OpenAt { get; init; }

    /// <summary>ISO 639-1. French is spoken everywhere: with it in the list, nothing is left out.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>All of them are needed.</summary>
    public IReadOnlyList<string> Accessibility { get; init; } = [];

    /// <summary>The institution's or the place's.</summary>
    public IReadOnlyList<string> Typologies { get; init; } = [];

    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Leaves out what was said to have no room today.</summary>
    public bool WithRoomOnly { get; init; }

    /// <summary>What conventions mean for whoever asks: who is bound comes first, and who may not be sent anybody takes no referrals.</summary>
    public Bonds Bonds { get; init; } = Bonds.None;

    /// <summary>Id of the only institution whose services are found.</summary>
    public string? InstitutionId { get; init; }

    /// <summary>Leaves out what was last changed at that instant or before.</summary>
    public DateTimeOffset? ChangedAfter { get; init; }

    public bool WithFacets { get; init; }

    public int Offset { get; init; }

    /// <summary>Where the page before ended; unlike <see cref="Offset"/> it costs the same at any depth.</summary>
    public PagePosition? After { get; init; }

    public int Limit { get; init; } = 20;
}
