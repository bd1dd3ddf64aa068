namespace Reseau.Partners.Domain;

/// <summary>A place where an institution receives people: a <c>structure</c> of data.inclusion v1, field for field. Its services are records of their own.</summary>
public sealed record Structure
{
    public required string Id { get; init; }

    public required string InstitutionId { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public string? Siret { get; init; }

    /// <summary>One of <see cref="Vocabulary.Typologies"/>, where it is known: DORA and the national map have it, data.inclusion v1 no longer.</summary>
    public string? Typology { get; init; }

    /// <summary>Some of <see cref="Vocabulary.Networks"/> (<c>reseaux_porteurs</c>).</summary>
    public CodeList Networks { get; init; } = [];

    public Address Address { get; init; } = Address.None;

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? Website { get; init; }

    /// <summary>In the <c>opening_hours</c> notation of OpenStreetMap.</summary>
    public string? OpeningHours { get; init; }

    /// <summary>The place's page on Acceslibre.</summary>
    public string? AccessibilityUrl { get; init; }

    /// <summary>Some of <see cref="Vocabulary.Accessibility"/>: whom the place is fitted, or its people trained, to receive.</summary>
    public CodeList Accessibility { get; init; } = [];

    /// <summary>Computers with internet that the public may use.</summary>
    public int PublicComputers { get; init; }

    /// <summary>People here who help others with digital uses, paid or not.</summary>
    public int Facilitators { get; init; }

    /// <summary>Where the record comes from.</summary>
    public Origin Origin { get; init; } = Origin.Reseau;
}
