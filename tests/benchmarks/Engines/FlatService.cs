namespace Reseau.Benchmarks.Engines;

/// <summary>A service as a search table holds it: texts read into our stems, codes as numbers, and what depends on the day worked out.</summary>
internal sealed record FlatService
{
    /// <summary>Stands among the publics of a service that names none.</summary>
    public const int NoPublic = 99;

    public required int Number { get; init; }

    /// <summary>Stems of the name.</summary>
    public required IReadOnlyList<string> Name { get; init; }

    /// <summary>Those of labels that the name has not.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Those of descriptions that neither has.</summary>
    public required IReadOnlyList<string> Description { get; init; }

    public required int[] Themes { get; init; }

    public required int[] Publics { get; init; }

    public required int[] Zones { get; init; }

    public required int[] Typologies { get; init; }

    public required int[] Languages { get; init; }

    public required int[] Accessibility { get; init; }

    /// <summary>-1 when it is not said, as for <see cref="Type"/>.</summary>
    public required int Fee { get; init; }

    public required int Type { get; init; }

    public required bool Remote { get; init; }

    public required bool OnSite { get; init; }

    public required bool AcceptsReferrals { get; init; }

    public required bool HasRoom { get; init; }

    /// <summary>Points for room and quality.</summary>
    public required double Weight { get; init; }

    /// <summary>Where it is, in metres from the Earth's centre; null when nobody knows.</summary>
    public required (double X, double Y, double Z)? Position { get; init; }

    /// <summary>What a list shows, as JSON.</summary>
    public required string Record { get; init; }
}
