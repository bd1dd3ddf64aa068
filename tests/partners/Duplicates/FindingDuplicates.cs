using Reseau.Partners.Domain;
using Reseau.Partners.Duplicates;

namespace Reseau.Partners.Tests.Duplicates;

public sealed class FindingDuplicates
{
    private static readonly Structure Library = new()
    {
        Id = "a--library",
        InstitutionId = "ville",
        Name = "Médiathèque Pierre-Perret",
        Siret = "21350047200018",
        Phone = "02 99 05 30 60",
        Address = new() { Line = "12 rue de la Gare", PostalCode = "35170", CommuneName = "Bruz", CommuneInsee = "35047" },
    };

    [Fact]
    public void The_same_place_written_twice_is_found_with_all_that_speaks_for_it()
    {
        var again = Library with { Id = "b--library", Name = "MEDIATHEQUE PIERRE PERRET de Bruz", Phone = "+33299053060", Address = Library.Address with { Line = "12, Rue de la gare" } };

        var pair = Assert.Single(Find(Library, again));

        Assert.Equal([DuplicateEvidence.NameAndAddress, DuplicateEvidence.Siret, DuplicateEvidence.Phone], pair.Evidence);
        Assert.InRange(pair.Likelihood, 0.9, 1);
    }

    [Theory]
    [InlineData("another street", "Médiathèque Pierre-Perret", "3 place du Marché", "35047", null, null)]
    [InlineData("another commune", "Médiathèque Pierre-Perret", "12 rue de la Gare", "35238", null, null)]
    [InlineData("another name", "Cyberbase", "12 rue de la Gare", "35047", null, null)]
    [InlineData("the SIRET of the town", "Mairie annexe", "1 place de la Mairie", "35047", "21350047200018", null)]
    [InlineData("the switchboard of the town", "Mairie annexe", "1 place de la Mairie", "35047", null, "02 99 05 30 60")]
    public void What_only_resembles_it_is_not(string what, string name, string line, string commune, string? siret, string? phone)
    {
        var other = Library with { Id = "b--other", Name = name, Siret = siret, Phone = phone, Address = new() { Line = line, PostalCode = "35170", CommuneName = commune == "35047" ? "Bruz" : "Rennes", CommuneInsee = commune } };

        Assert.True(Find(Library, other).Count == 0, what);
    }

    [Fact]
    public void The_one_with_more_services_is_proposed_to_stay()
    {
        var again = Library with { Id = "b--library" };
        var pair = Assert.Single(DuplicateFinder.Find([new(new(Library, null, []), 1, new(2026, 1, 1)), new(new(again, null, []), 3, new(2025, 1, 1))]));
        Assert.Equal(("b--library", "a--library"), (pair.Keep.Structure.Id, pair.Other.Structure.Id));
    }

    [Fact]
    public void Merged_places_and_dismissed_pairs_are_left_out()
    {
        var again = Library with { Id = "b--library" };
        Assert.Empty(DuplicateFinder.Find([Place(new(Library, null, [])), Place(new(again, "a--library", []))]));
        Assert.Empty(DuplicateFinder.Find([Place(new(Library, null, ["b--library"])), Place(new(again, null, []))]));
    }

    [Fact]
    public void A_thousand_places_behind_one_number_are_no_evidence_and_cost_nothing()
    {
        var places = Enumerable.Range(0, 1000).Select(i => Library with { Id = $"p{i}", Name = $"Agence {i}", Siret = null, Address = Library.Address with { Line = $"{i} rue {i}" } });
        Assert.Empty(Find([.. places]));
    }

    private static IReadOnlyList<DuplicatePair> Find(params Structure[] places) => DuplicateFinder.Find([.. places.Select(place => Place(new(place, null, [])))]);

    private static Place Place(StructureRecord record) => new(record, 1, new(2026, 1, 1));
}
