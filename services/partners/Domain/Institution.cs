namespace Reseau.Partners.Domain;

/// <summary>
/// A partner of the network: a body that offers or refers, whatever its kind. Its id is also the <c>institution</c> claim of its people's tokens.
/// Both classifications are kept, because data.inclusion v1 dropped typologies while DORA, the national map and La Coop still use them.
/// </summary>
public sealed record Institution
{
    /// <summary>A slug, such as <c>ccas-rennes</c>.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>One of <see cref="Vocabulary.Typologies"/>.</summary>
    public required string Typology { get; init; }

    /// <summary>Some of <see cref="Vocabulary.Networks"/> (<c>reseaux_porteurs</c>).</summary>
    public CodeList Networks { get; init; } = [];

    public string? Siret { get; init; }
}
