using Reseau.Partners.Territory;

namespace Reseau.Partners.Domain;

/// <summary>A place where an institution receives people: a <c>structure</c> of data.inclusion. Its services are records of their own.</summary>
public sealed record Structure
{
    public required string Id { get; init; }

    public required string InstitutionId { get; init; }

    public required string Name { get; init; }

    /// <summary>Number and street; the postal code and the commune have their own fields.</summary>
    public string? AddressLine { get; init; }

    public required string PostalCode { get; init; }

    public required string CommuneName { get; init; }

    public required string CommuneInsee { get; init; }

    /// <summary>Where it stands. Without it, distances are measured from the commune's point.</summary>
    public GeoPoint? Point { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? Website { get; init; }

    /// <summary>In the <c>opening_hours</c> notation of OpenStreetMap.</summary>
    public string? OpeningHours { get; init; }

    /// <summary>The place's page on Acceslibre.</summary>
    public string? AccessibilityUrl { get; init; }

    /// <summary>Computers with internet that the public may use.</summary>
    public int PublicComputers { get; init; }

    /// <summary>People here who help others with digital uses, paid or not.</summary>
    public int Facilitators { get; init; }
}
