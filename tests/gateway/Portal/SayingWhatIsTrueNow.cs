using Google.Type;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Partners.V1;
using static Reseau.Partners.V1.Capacity.Types;

namespace Reseau.Gateway.Tests.Portal;

public sealed class SayingWhatIsTrueNow
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    [Fact]
    public void Of_what_was_never_said_nothing_is_shown()
    {
        Assert.Null(Room.Of(null, Today));
        Assert.Null(Room.Of(new(), Today));
    }

    [Fact]
    public void Room_is_said_with_its_places_and_its_days()
    {
        Assert.Equal(new("done", "Place disponible"), Room.Of(new() { State = State.Open }, Today));
        Assert.Equal(new("done", "1 place disponible"), Room.Of(new() { State = State.Open, Seats = 1 }, Today));
        Assert.Equal(new("problem", "Complet, prochaine place le 2 avril 2026"), Room.Of(new() { State = State.Open, Seats = 0, NextFreeDate = Day(2026, 4, 2) }, Today));
        Assert.Equal(new("warning", "Liste d’attente jusqu’au 10 mars 2026"), Room.Of(new() { State = State.WaitingList, UntilDate = Day(2026, 3, 10) }, Today));
        Assert.Equal(new("problem", "Complet"), Room.Of(new() { State = State.Closed, NextFreeDate = Day(2026, 3, 1) }, Today));
    }

    [Fact]
    public void A_closing_that_is_over_is_room_again() =>
        Assert.Equal(new("done", "Place disponible"), Room.Of(new() { State = State.Closed, UntilDate = Day(2026, 3, 9) }, Today));

    [Fact]
    public void A_date_that_does_not_exist_is_no_date() =>
        Assert.Equal(new("problem", "Complet"), Room.Of(new() { State = State.Closed, UntilDate = Day(2026, 2, 30) }, Today));

    [Fact]
    public void The_first_contact_who_is_there_is_asked_and_the_next_one_is_the_backup()
    {
        var turn = ContactTurn.On(Today, [Person("Anne", (Day(2026, 3, 1), Day(2026, 3, 10))), Person("Paul"), Person("Rémi")]);

        Assert.Equal(("Paul", "Rémi"), (turn.Current?.DisplayName, turn.Backup?.DisplayName));
        Assert.Equal(("Anne", Today), (turn.Away[0].Contact.DisplayName, turn.Away[0].Until));
    }

    [Fact]
    public void Absences_that_follow_each_other_are_one()
    {
        var turn = ContactTurn.On(Today, [Person("Anne", (Day(2026, 3, 11), Day(2026, 3, 20)), (Day(2026, 3, 9), Day(2026, 3, 10)))]);

        Assert.Null(turn.Current);
        Assert.Equal(new DateOnly(2026, 3, 20), turn.Away[0].Until);
    }

    [Fact]
    public void Opening_is_said_on_the_clock_of_the_place()
    {
        // 08:30 in Paris is 11:30 in La Réunion in winter.
        var clock = new StoppedClock(new(2026, 3, 10, 7, 30, 0, TimeSpan.Zero));

        Assert.StartsWith("Fermé, ouvre à 9", Opening.Now("Mo-Fr 09:00-12:00", "35238", clock), StringComparison.Ordinal);
        Assert.StartsWith("Ouvert jusqu'à", Opening.Now("Mo-Fr 09:00-12:00", "97411", clock), StringComparison.Ordinal);
        Assert.Equal("", Opening.Now("le matin", "35238", clock));
        Assert.Equal(["le matin"], Opening.Lines("le matin").Select(line => line.ToLower(French.Culture)));
    }

    [Fact]
    public void Two_places_differ_in_what_matters_only()
    {
        var one = new Structure { DisplayName = "C.C.A.S. de Rennes", Phone = "0299000000" };
        var other = new Structure { DisplayName = "CCAS de  Rennes", Phone = "0299000001" };

        var lines = PlaceComparison.Of(one, other, new Dictionary<string, string>(StringComparer.Ordinal)).ToList();

        Assert.Equal([("Nom", false), ("Téléphone", true)], lines.Select(line => (line.Term, line.Differs)));
    }

    private static Date Day(int year, int month, int day) => new() { Year = year, Month = month, Day = day };

    private static Contact Person(string name, params (Date From, Date To)[] absences) => new()
    {
        DisplayName = name,
        Absences = { absences.Select(absence => new Absence { StartDate = absence.From, EndDate = absence.To }) },
    };

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
