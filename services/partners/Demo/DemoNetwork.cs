using System.Text.Json;
using Reseau.Partners.Domain;

namespace Reseau.Partners.Demo;

/// <summary>
/// The network a first start loads, and the tests measure: five real territories with their real communes and published totals. Services,
/// telephone numbers (from the range reserved for fiction) and addresses are invented; no real person is in it.
/// </summary>
public sealed record DemoNetwork
{
    public required IReadOnlyList<DemoTerritory> Territories { get; init; }

    public required IReadOnlyList<Institution> Institutions { get; init; }

    public required IReadOnlyList<Structure> Structures { get; init; }

    public required IReadOnlyList<Service> Services { get; init; }

    public static DemoNetwork Load()
    {
        using var json = typeof(DemoNetwork).Assembly.GetManifestResourceStream(typeof(DemoNetwork), "demo-network.json")
            ?? throw new InvalidOperationException("The resource Demo/demo-network.json is not embedded.");
        return JsonSerializer.Deserialize<DemoNetwork>(json, JsonSerializerOptions.Web)!;
    }

    /// <summary>What publishing all of it records, in an order where everything named is already known.</summary>
    public IEnumerable<PartnerEvent> Events() =>
    [
        .. Institutions.Select(institution => new InstitutionRegistered(institution)),
        .. Structures.Select(structure => new StructurePublished(structure)),
        .. Services.Select(service => new ServicePublished(service)),
    ];

    /// <summary>The places that stand in a territory's communes.</summary>
    public IEnumerable<Structure> StructuresIn(DemoTerritory territory) =>
        Structures.Where(structure => territory.Communes.Contains(structure.Address.CommuneInsee!, StringComparer.Ordinal));
}
