using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Reseau.Hosting.Log;
using Reseau.Testing;
using Reseau.Testing.Databases;
using Reseau.Training.Domain.Sessions;
using Reseau.Training.Tests.Domain;
using Reseau.Training.Views;
using static Reseau.Training.Tests.Rpc.Network;
using Session = Reseau.Training.V1.CourseSession;

namespace Reseau.Training.Tests.Sessions;

/// <summary>The same walk as of the deciders, through gRPC and each database; and what the rows say is what the log says.</summary>
public sealed class WalkingThroughTheService
{
    [Theory, OnEveryProvider]
    public async Task Who_has_a_seat_and_who_waits_is_what_the_oracle_says(DatabaseProvider provider)
    {
        await using var room = await Room.OpenAsync(provider);
        var random = new Random(20261122);
        (string Person, string Institution, string Manager)[] people =
            [.. (await room.PeopleAsync("ccas-rennes", 6)).Select(person => (person, "ccas-rennes", Yann)), .. (await room.PeopleAsync("caf-35", 6)).Select(person => (person, "caf-35", Nadia))];
        var session = await room.OpenedAsync(4, room.Kept("caf-35", 2, days: 6));
        var (oracle, paul) = (new SeatOracle(4, ("caf-35", 2)), await room.Host.SessionsAsync(Paul));
        for (var step = 0; step < 160; step++)
        {
            var (person, institution, manager) = people[random.Next(people.Length)];
            var inside = oracle.Seated.Concat(oracle.Line).Any(one => one.Person == person);
            if (step == 80)
            {
                room.Clock.Advance(TimeSpan.FromDays(6));
                oracle.Release("caf-35");
                await Eventually.GetAsync(() =>
                {
                    // The runner sleeps by the same clock.
                    room.Clock.Advance(TimeSpan.FromSeconds(6));
                    return room.Host.ReadAsync(db => db.Events.CountAsync(e => e.Type == "seats-released"));
                }, count => count == 1);
            }
            else if (random.Next(12) == 0)
            {
                var seats = random.Next(1, 7);
                var wanted = room.ASession(seats, step < 80 ? room.Kept("caf-35", 2, days: 6) : room.Kept("caf-35", 2, days: 0));
                (wanted.Name, wanted.MinSeats) = (session.Name, 1);
                wanted.HalfDays.Clear();
                wanted.HalfDays.AddRange(session.HalfDays);
                if (oracle.Resize(seats)) await paul.UpdateSessionAsync(new() { Session = wanted, RequestId = NewId() });
                else await Room.RefusedAsync("SEATS_DO_NOT_FIT", paul.UpdateSessionAsync(new() { Session = wanted, RequestId = NewId() }));
            }
            else if (inside)
            {
                await (await room.Host.SessionsAsync(manager)).WithdrawEnrolmentAsync(new() { Name = $"{session.Name}/enrolments/{person.Split('/')[1]}", RequestId = NewId() });
                oracle.Leave(person);
            }
            else
            {
                await room.EnrolAsync(manager, session, person);
                oracle.Ask(person, institution);
            }
            await CompareAsync(room, session, oracle);
        }

        var before = await SnapshotAsync(room);
        await room.Host.Services.GetRequiredService<ViewRebuilder<TrainingDb>>().RebuildAsync(progress: null, CancellationToken.None);
        Assert.Equal(before, await SnapshotAsync(room));
        Assert.True(oracle.Seats > 0 && before.Count > 10);
    }

    private static async Task CompareAsync(Room room, Session session, SeatOracle oracle)
    {
        var rows = await room.Host.ReadAsync(db => db.Enrolments.AsNoTracking().Where(row => row.Session == session.Name).ToListAsync());
        Assert.Equal(oracle.Seated.Select(one => one.Person).Order(), rows.Where(row => row.State == EnrolmentState.Enrolled).Select(row => row.Professional).Order());
        Assert.Equal(oracle.Line.Select(one => one.Person), rows.Where(row => row.State == EnrolmentState.Waiting).OrderBy(row => row.WaitingOrder).Select(row => row.Professional));
        Assert.True(oracle.Seated.Count <= oracle.Seats);
    }

    private static async Task<List<string>> SnapshotAsync(Room room)
    {
        var sessions = await room.Host.ReadAsync(db => db.Sessions.AsNoTracking().OrderBy(row => row.Name).ToListAsync());
        var enrolments = await room.Host.ReadAsync(db => db.Enrolments.AsNoTracking().OrderBy(row => row.Session).ThenBy(row => row.Professional).ToListAsync());
        var kept = await room.Host.ReadAsync(db => db.KeptSeats.AsNoTracking().OrderBy(row => row.Session).ThenBy(row => row.Institution).ToListAsync());
        return [.. sessions.Select(row => System.Text.Json.JsonSerializer.Serialize(row)), .. enrolments.Select(row => System.Text.Json.JsonSerializer.Serialize(row)), .. kept.Select(row => System.Text.Json.JsonSerializer.Serialize(row))];
    }
}
