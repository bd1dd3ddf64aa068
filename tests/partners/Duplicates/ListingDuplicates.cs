using Reseau.Partners.Domain;
using Reseau.Partners.Duplicates;
using Reseau.Partners.Search;
using Reseau.Partners.Territory;
using Reseau.Partners.Tests.Search;
using Reseau.Testing;

namespace Reseau.Partners.Tests.Duplicates;

public sealed class ListingDuplicates
{
    private readonly DirectoryIndex _index = new(France.Shared);
    private readonly TestClock _clock = new();
    private readonly DuplicateList _list;

    public ListingDuplicates()
    {
        _list = new(_index, _clock);
        _index.Apply([new StructurePublished(Place("a")), new StructurePublished(Place("b")), new ServicePublished(Search.Directory.Service("s") with { StructureId = "a" })]);
    }

    [Fact]
    public void What_is_said_of_room_does_not_have_all_places_compared_again()
    {
        var pairs = _list.Pairs();
        Assert.Single(pairs);

        _index.Apply([new CapacityStated("s", new() { State = CapacityState.Open, Seats = 3 })]);

        Assert.Same(pairs, _list.Pairs());
    }

    [Fact]
    public void What_a_person_decides_shows_at_once()
    {
        Assert.Single(_list.Pairs());

        _index.Apply([new DuplicateDismissed("a", "b")]);

        Assert.Empty(_list.Pairs());
    }

    [Fact]
    public void While_a_file_comes_in_the_last_answer_stands_for_a_minute()
    {
        var before = _list.Pairs();
        _index.Apply([.. Enumerable.Range(0, 300).Select(i => new StructurePublished(Place($"far-{i}") with { Name = $"Lieu {i}", Siret = null, Phone = null })), new StructurePublished(Place("c"))]);
        Assert.Same(before, _list.Pairs());

        _clock.Advance(DuplicateList.Rest);

        Assert.Equal(3, _list.Pairs().Count);
    }

    private static Structure Place(string id) => Search.Directory.Place(Search.Directory.Bruz) with { Id = id, Name = "Médiathèque", Siret = "21350047200018", Phone = "02 99 05 30 60" };
}
