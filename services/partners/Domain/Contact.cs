using Reseau.Kernel;

namespace Reseau.Partners.Domain;

/// <summary>A professional to ask for, for the partners of the network; the public sees the service's own <c>contact_nom_prenom</c>.</summary>
public sealed record Contact
{
    /// <summary>A person at work, a team or a desk.</summary>
    public required string Name { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    /// <summary>When not to count on this contact; both days included.</summary>
    public ValueList<Absence> Absences { get; init; } = [];

    /// <summary>Whether the contact is away on a day.</summary>
    public bool IsAwayOn(DateOnly day) => Absences.Any(absence => absence.Covers(day));
}
