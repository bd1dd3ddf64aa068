namespace Reseau.Partners.Domain;

/// <summary>
/// Where a record comes from, and what its source wrote that has no field here. A record typed in Réseau has no source. What is kept is
/// given back unchanged by an export in the same format.
/// </summary>
public sealed record Origin
{
    /// <summary>Typed here.</summary>
    public static readonly Origin Reseau = new();

    /// <summary>data.inclusion <c>source</c>: the system that published it, such as <c>dora</c>; null for Réseau itself.</summary>
    public string? Source { get; init; }

    /// <summary>Its page there (<c>lien_source</c>).</summary>
    public string? Link { get; init; }

    /// <summary>The day its source last called it true (<c>date_maj</c>).</summary>
    public DateOnly? UpdatedOn { get; init; }

    /// <summary>
    /// Fields as the source wrote them, in its order: those this directory has no word for, or could not read. Names carry the format,
    /// such as <c>carto:services</c>.
    /// </summary>
    public FieldList Kept { get; init; } = [];
}
