using Reseau.Partners.Domain;
using Reseau.Partners.Search;
using Reseau.Partners.Territory;
using Reseau.Testing;
using static Reseau.Partners.Tests.Search.Directory;

namespace Reseau.Partners.Tests.Search;

public sealed class FilteringServices
{
    private static readonly DateTimeOffset MondayAtTen = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Fees_and_types_are_alternatives_and_leave_out_what_does_not_say()
    {
        var directory = new Directory().With(
            Service("free") with { Fees = "gratuit", Type = "atelier" }, Service("paid") with { Fees = "payant", Type = "formation" }, Service("unstated"));

        Assert.Equal(["free"], directory.Ids(new() { Fees = ["gratuit"] }));
        Assert.Equal(["free", "paid"], directory.Ids(new() { Fees = ["gratuit", "payant"] }));
        Assert.Equal(["paid"], directory.Ids(new() { Types = ["formation"] }));
    }

    [Fact]
    public void A_language_asked_for_is_a_reason_and_French_is_spoken_everywhere()
    {
        var directory = new Directory().With(Service("arabic") with { Languages = ["ar", "en"] }, Service("none"));

        var hit = Assert.Single(directory.Search(new() { Languages = ["ps", "ar"] }).Hits);

        Assert.Equal(("arabic", new Reason(ReasonKind.Language, 15, "ar")), (hit.ServiceId, Assert.Single(hit.Reasons)));
        Assert.Equal(["arabic", "none"], directory.Ids(new() { Languages = ["fr", "ar"] }));
    }

    [Fact]
    public void Accessibility_asks_for_all_its_values_and_typologies_for_one_of_the_place_or_the_institution()
    {
        var directory = new Directory().With(Service("a"), Service("b", Bruz));
        directory.Index.Apply([new StructurePublished(Place(Bruz) with { Accessibility = ["surdite", "illettrisme"], Typology = "BIB" })]);

        Assert.Equal(["b"], directory.Ids(new() { Accessibility = ["surdite", "illettrisme"] }));
        Assert.Empty(directory.Ids(new() { Accessibility = ["surdite", "handicaps-moteurs"] }));
        Assert.Equal(["b"], directory.Ids(new() { Typologies = ["BIB", "CAF"] }));
        Assert.Equal(["a", "b"], directory.Ids(new() { Typologies = ["MUNI"] }));
    }

    [Fact]
    public void Both_on_site_and_remote_asks_for_services_given_both_ways() =>
        Assert.Equal(["both"], new Directory().With(
            Service("both") with { ReceptionModes = ["a-distance", "en-presentiel"] }, Service("phone") with { ReceptionModes = ["a-distance"] }, Service("site"))
            .Ids(new() { RemoteOnly = true, OnSiteOnly = true }));

    [Fact]
    public void Open_at_a_moment_leaves_out_the_closed_and_keeps_what_is_not_known()
    {
        var directory = new Directory().With(
            Service("a-closed") with { OpeningHours = "Tu 08:00-18:00" }, Service("b-open") with { OpeningHours = "Mo 08:00-18:00" },
            Service("c-unreadable") with { OpeningHours = "quand on peut" }, Service("d-unknown"));

        var hits = directory.Search(new() { OpenAt = MondayAtTen }).Hits;

        Assert.Equal(["b-open", "c-unreadable", "d-unknown"], hits.Select(hit => hit.ServiceId));
        Assert.Equal([ReasonKind.Open], hits[0].Reasons.Select(reason => reason.Kind));
        Assert.Empty(hits[1].Reasons);
    }

    [Fact]
    public void Hours_are_those_of_the_clock_on_the_wall_of_the_place()
    {
        // 9:00 in London is 10:00 in Rennes and 13:00 in Saint-Denis de La Réunion; a service without hours has its place's.
        var directory = new Directory().With(Service("rennes"), Service("reunion", "97411"));
        directory.Index.Apply([new StructurePublished(Place(Rennes) with { OpeningHours = "Mo 09:30-10:30" }), new StructurePublished(Place("97411") with { OpeningHours = "Mo 09:30-10:30" })]);

        Assert.Equal(["rennes"], directory.Ids(new() { OpenAt = MondayAtTen }));
        Assert.Equal(["reunion"], directory.Ids(new() { OpenAt = MondayAtTen.AddHours(-3) }));
    }

    [Fact]
    public void Room_left_is_a_reason_and_no_room_leaves_out_until_the_day_it_ends()
    {
        var clock = new TestClock(MondayAtTen);
        var index = new DirectoryIndex(France.Shared, clock);
        index.Apply(
        [
            new InstitutionRegistered(new() { Id = "ville", Name = "Ville", Typology = "MUNI" }),
            new StructurePublished(Place(Rennes)),
            .. (string[])["closed", "full", "open", "silent"] is var ids ? ids.Select(id => new ServicePublished(Service(id))) : [],
            new CapacityStated("closed", new() { State = CapacityState.Closed, Until = new(2026, 1, 6) }),
            new CapacityStated("full", new() { State = CapacityState.Open, Seats = 0 }),
            new CapacityStated("open", new() { State = CapacityState.Open, Seats = 3 }),
        ]);

        var hits = index.Search(new() { WithRoomOnly = true }).Hits;
        Assert.Equal(["open", "silent"], hits.Select(hit => hit.ServiceId));
        Assert.Equal(new Reason(ReasonKind.Room, 6, "3"), Assert.Single(hits[0].Reasons));

        clock.Advance(TimeSpan.FromDays(2));
        index.TurnDay();

        Assert.Equal(["closed", "open", "silent"], index.Search(new() { WithRoomOnly = true }).Hits.Select(hit => hit.ServiceId).Order());
    }

    [Fact]
    public void A_record_that_is_well_described_comes_before_one_that_is_not()
    {
        var clock = new TestClock(MondayAtTen);
        var index = new DirectoryIndex(France.Shared, clock);
        index.Apply(
        [
            new InstitutionRegistered(new() { Id = "ville", Name = "Ville", Typology = "MUNI" }),
            new StructurePublished(Place(Rennes)),
            new ServicePublished(Service("a-poor")),
            new ServicePublished(Service("b-rich") with
            {
                Description = new string('a', 300), Themes = [Rights], Publics = ["familles"], Fees = "gratuit", Phone = "0261910012",
                MobilisationModes = ["telephoner"], MobilisableBy = ["usagers"],
            }),
        ]);

        var hits = index.Search(new()).Hits;

        Assert.Equal(["b-rich", "a-poor"], hits.Select(hit => hit.ServiceId));
        Assert.Equal([ReasonKind.Quality], hits[0].Reasons.Select(reason => reason.Kind));
    }
}
