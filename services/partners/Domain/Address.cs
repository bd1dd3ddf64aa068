using Reseau.Partners.Territory;

namespace Reseau.Partners.Domain;

/// <summary>A postal address in France. Directories know some of it, rarely all: nothing is required.</summary>
public sealed record Address
{
    /// <summary>No address.</summary>
    public static readonly Address None = new();

    /// <summary>Number and street; the postal code and the commune have their own fields.</summary>
    public string? Line { get; init; }

    /// <summary>Building, floor, place name.</summary>
    public string? Complement { get; init; }

    public string? PostalCode { get; init; }

    public string? CommuneName { get; init; }

    public string? CommuneInsee { get; init; }

    /// <summary>Where the door is. Without it, distances are measured from the commune's point.</summary>
    public GeoPoint? Point { get; init; }
}
