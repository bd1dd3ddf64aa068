using Microsoft.EntityFrameworkCore;
using Reseau.Testing;
using Reseau.Testing.Databases;
using Reseau.Training.Domain.Sessions;
using Reseau.Training.Views;
using static Reseau.Training.Tests.Rpc.Network;
using State = Reseau.Training.V1.Enrolment.Types.State;

namespace Reseau.Training.Tests.Sessions;

/// <summary>Fifty at once, by gRPC, on the database they would meet.</summary>
public sealed class RacingForASeat
{
    private const int Callers = 50;

    [Theory, OnEveryProvider]
    public async Task Of_fifty_who_ask_at_once_for_the_last_seat_one_gets_it_and_the_others_stand_in_line(DatabaseProvider provider)
    {
        await using var room = await Room.OpenAsync(provider);
        var people = await room.PeopleAsync("caf-35", Callers);
        var session = await room.OpenedAsync(1);

        var answers = await Task.WhenAll(people.Select(person => room.EnrolAsync(Nadia, session, person)));

        Assert.Single(answers, answer => answer.State == State.Enrolled);
        Assert.Equal(Enumerable.Range(1, Callers - 1), answers.Where(answer => answer.State == State.Waiting).Select(answer => answer.WaitingRank).Order());
        await NeverOversoldAsync(room, session, 1);
    }

    [Theory, OnEveryProvider]
    public async Task A_seat_released_while_fifty_ask_for_it_goes_to_exactly_one_the_first_in_line(DatabaseProvider provider)
    {
        await using var room = await Room.OpenAsync(provider);
        var people = await room.PeopleAsync("caf-35", Callers);
        var holder = (await room.PeopleAsync("ccas-rennes", 1))[0];
        var session = await room.OpenedAsync(1);
        var held = await room.EnrolAsync(Yann, session, holder);
        var yann = await room.Host.SessionsAsync(Yann);

        var asking = people.Select(person => room.EnrolAsync(Nadia, session, person)).ToList();
        var release = yann.WithdrawEnrolmentAsync(new() { Name = held.Name, RequestId = NewId() }).ResponseAsync;
        await Task.WhenAll([release, .. asking]);

        var line = await NeverOversoldAsync(room, session, 1);
        var seated = Assert.Single(line, row => row.State == EnrolmentState.Enrolled);
        // Whoever was first in line when it was released has it; or, had nobody asked yet, the first who asked.
        Assert.All(line.Where(row => row.State == EnrolmentState.Waiting), row => Assert.True(seated.WaitingOrder < row.WaitingOrder, $"{seated.WaitingOrder} {row.WaitingOrder}"));
        Assert.Equal(Callers - 1, line.Count(row => row.State == EnrolmentState.Waiting));
    }

    [Theory, OnEveryProvider]
    public async Task Seats_that_were_kept_go_at_midnight_to_those_who_waited_before_anybody_who_asks_then(DatabaseProvider provider)
    {
        await using var room = await Room.OpenAsync(provider);
        var waiting = await room.PeopleAsync("ccas-rennes", 3);
        var late = await room.PeopleAsync("caf-35", Callers - 3);
        var session = await room.OpenedAsync(2, room.Kept("departement-35", 2, days: 5));
        Assert.Equal(0, (await room.SeenAsync(Yann, session)).SeatsFreeForCaller);
        foreach (var person in waiting) Assert.Equal(State.Waiting, (await room.EnrolAsync(Yann, session, person)).State);

        room.Clock.Advance(TimeSpan.FromDays(5));
        var answers = await Task.WhenAll(late.Select(person => room.EnrolAsync(Nadia, session, person)));

        Assert.All(answers, answer => Assert.Equal(State.Waiting, answer.State));
        var line = await NeverOversoldAsync(room, session, 2);
        Assert.Equal(waiting.Take(2).Order(), line.Where(row => row.State == EnrolmentState.Enrolled).Select(row => row.Professional).Order());
    }

    [Theory, OnEveryProvider]
    public async Task Time_itself_gives_released_seats_away_and_tells_who_waits_that_it_began(DatabaseProvider provider)
    {
        await using var room = await Room.OpenAsync(provider);
        var people = await room.PeopleAsync("ccas-rennes", 3);
        var session = await room.OpenedAsync(2, room.Kept("departement-35", 2, days: 5));
        foreach (var person in people) await room.EnrolAsync(Yann, session, person);

        Assert.Equal((0, 3), await CountsAsync(room, session));
        room.Clock.Advance(TimeSpan.FromDays(5));
        Assert.Equal((2, 1), await Eventually.GetAsync(() => AdvancingAsync(room, session), counts => counts == (2, 1)));
        room.Clock.Advance(TimeSpan.FromDays(3));
        await Eventually.GetAsync(async () =>
        {
            await AdvancingAsync(room, session);
            return await room.Host.ReadAsync(db => db.Events.CountAsync(e => e.Stream == session.Name && e.Type == "session-reminded"));
        }, count => count == 1);
        room.Clock.Advance(TimeSpan.FromDays(7));
        await Eventually.GetAsync(() => AdvancingAsync(room, session), counts => counts == (2, 0));

        var rows = await RowsAsync(room, session);
        Assert.Equal([EnrolmentState.Enrolled, EnrolmentState.Enrolled, EnrolmentState.NotServed], rows.Select(row => row.State).Order());
    }

    private static async Task<List<EnrolmentRow>> NeverOversoldAsync(Room room, V1.CourseSession session, int seats)
    {
        var rows = await RowsAsync(room, session);
        Assert.Equal((seats, rows.Count(row => row.State == EnrolmentState.Waiting)), await CountsAsync(room, session));
        Assert.Equal(seats, rows.Count(row => row.State == EnrolmentState.Enrolled));
        return rows;
    }

    private static Task<List<EnrolmentRow>> RowsAsync(Room room, V1.CourseSession session) =>
        room.Host.ReadAsync(db => db.Enrolments.AsNoTracking().Where(row => row.Session == session.Name).OrderBy(row => row.WaitingOrder).ToListAsync());

    private static async Task<(int Taken, int Waiting)> CountsAsync(Room room, V1.CourseSession session)
    {
        var row = await room.Host.ReadAsync(db => db.Sessions.AsNoTracking().SingleAsync(row => row.Name == session.Name));
        return (row.SeatsTaken, row.Waiting);
    }

    // The runner sleeps by the same clock.
    private static async Task<(int Taken, int Waiting)> AdvancingAsync(Room room, V1.CourseSession session)
    {
        room.Clock.Advance(TimeSpan.FromSeconds(6));
        return await CountsAsync(room, session);
    }
}
