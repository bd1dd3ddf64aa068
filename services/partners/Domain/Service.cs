using Reseau.Kernel;

namespace Reseau.Partners.Domain;

/// <summary>
/// What a structure does for people: a <c>service</c> of data.inclusion v1, field for field. Lists hold codes of <see cref="Vocabulary"/>.
/// </summary>
public sealed record Service
{
    public required string Id { get; init; }

    public required string StructureId { get; init; }

    public required string InstitutionId { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    /// <summary>One of <see cref="Vocabulary.ServiceTypes"/>.</summary>
    public string? Type { get; init; }

    public CodeList Themes { get; init; } = [];

    public CodeList Publics { get; init; } = [];

    public string? PublicsDetails { get; init; }

    public string? AccessConditions { get; init; }

    /// <summary>One of <see cref="Vocabulary.Fees"/>.</summary>
    public string? Fees { get; init; }

    public string? FeesDetails { get; init; }

    public CodeList ReceptionModes { get; init; } = [];

    /// <summary>Who may be served, by residence: codes of <see cref="EligibilityZone"/>. Empty means everywhere.</summary>
    public CodeList EligibilityZones { get; init; } = [];

    public CodeList MobilisationModes { get; init; } = [];

    public CodeList MobilisableBy { get; init; } = [];

    public string? MobilisationLink { get; init; }

    public string? MobilisationDetails { get; init; }

    /// <summary>The name of a team or a desk, rather than of a person.</summary>
    public string? ContactName { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    /// <summary>Whom the partners of the network ask for: the first who is not away, in this order.</summary>
    public ValueList<Contact> Contacts { get; init; } = [];

    /// <summary>Languages spoken there besides French, ISO 639-1 in lower case.</summary>
    public CodeList Languages { get; init; } = [];

    /// <summary>Where it is given, when that is not its structure's address.</summary>
    public Address? Address { get; init; }

    /// <summary>When it is given, in the <c>opening_hours</c> notation of OpenStreetMap, when that is not its structure's opening hours.</summary>
    public string? OpeningHours { get; init; }

    /// <summary>Hours per week the person spends there, where that makes sense.</summary>
    public double? WeeklyHours { get; init; }

    public int? Weeks { get; init; }

    /// <summary>Whether a partner may hand a person over through Réseau, rather than only point to the service.</summary>
    public bool AcceptsReferrals { get; init; }

    /// <summary>Where the record comes from.</summary>
    public Origin Origin { get; init; } = Origin.Reseau;
}
