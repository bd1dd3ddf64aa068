namespace Reseau.Partners.Demo;

/// <summary>A territory that organises a network: who takes part, who works for it, and the totals it has published.</summary>
public sealed record DemoTerritory
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>One of metropole, ville, departement, agglomeration, intercommunalite.</summary>
    public required string Kind { get; init; }

    /// <summary>The institution that leads the network.</summary>
    public required string Coordinator { get; init; }

    /// <summary>INSEE codes.</summary>
    public required CodeList Communes { get; init; }

    /// <summary>Those that take part: ready for a permanence, bound by a convention or served, according to the territory.</summary>
    public required CodeList EngagedCommunes { get; init; }

    /// <summary>Those that started first.</summary>
    public CodeList FirstCommunes { get; init; } = [];

    public IReadOnlyList<DemoSector> Sectors { get; init; } = [];

    public IReadOnlyList<DemoAdviser> Advisers { get; init; } = [];

    /// <summary>Ids of institutions, the coordinator included.</summary>
    public required CodeList Partners { get; init; }

    public IReadOnlyList<DemoFigure> Figures { get; init; } = [];

    /// <summary>A published total, by name.</summary>
    public int Figure(string name) => Figures.Single(figure => figure.Name == name).Value;
}

public sealed record DemoSector(string Name, CodeList Communes);

/// <summary>A post, never a person. <paramref name="Area"/> is the sector or the territory it covers.</summary>
public sealed record DemoAdviser(string Role, string Employer, string Area);

/// <summary>A total and the fact of the field it comes from, such as T1.1.</summary>
public sealed record DemoFigure(string Name, int Value, string Source);
