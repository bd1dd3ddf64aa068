using Dapr.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Reseau.Hosting.Policies;
using Reseau.Kernel.Calendar;
using Reseau.Testing;
using Reseau.Testing.Databases;
using Reseau.Training.Tests.People;
using static Reseau.Training.Tests.Rpc.Network;
using State = Reseau.Training.V1.Enrolment.Types.State;

namespace Reseau.Training.Tests.Sessions;

public sealed class ErasingWhoIsEnrolled
{
    [Theory, OnEveryProvider]
    public async Task Seats_go_to_who_waits_and_what_they_held_is_known_no_more(DatabaseProvider provider)
    {
        await using var room = await Room.OpenAsync(provider);
        var (paul, claire) = (await room.Host.SessionsAsync(Paul), await room.Host.SessionsAsync(Claire));
        var person = await room.PersonAsync("ccas-rennes", Claire, "Morvan");
        var waiting = Assert.Single(await room.PeopleAsync("caf-35", 1));
        var session = await room.OpenedAsync(1);
        var mine = await room.EnrolAsync(Claire, session, "professionals/me");
        Assert.Equal((State.Enrolled, State.Waiting), (mine.State, (await room.EnrolAsync(Nadia, session, waiting)).State));
        await Records.RuleAsync(room.Host, "essai", 12);
        await Records.GrantAsync(room.Host, new() { Name = person }, "habilitationRules/essai", FrenchDay.Of(room.Now));
        var subject = await Eventually.GetAsync(() => room.Host.ReadAsync(db => db.HabilitationSheets.Select(sheet => sheet.Subject).SingleOrDefaultAsync()), (string? found) => found is not null);

        await (await room.Host.ProfessionalsAsync(Claire)).EraseProfessionalAsync(new() { Name = "professionals/me", RequestId = NewId() });

        var lines = (await paul.ListEnrolmentsAsync(new() { Session = session.Name })).Enrolments;
        Assert.Equal((State.Enrolled, State.Withdrawn), (lines.Single(line => line.Professional == waiting).State, lines.Single(line => line.Professional == person).State));
        Assert.DoesNotContain(lines, line => line.DisplayName.Contains("Morvan", StringComparison.Ordinal));
        var seen = await room.SeenAsync(Paul, session);
        Assert.Equal((1, 0), (seen.SeatsTaken, seen.Waiting));
        Assert.Empty((await claire.ListOwnEnrolmentsAsync(new())).Enrolments);

        await Eventually.GetAsync(() => room.Host.ReadAsync(db => db.HabilitationSheets.CountAsync()), count => count == 0);
        Assert.True((await room.Host.Services.GetRequiredService<DaprClient>().GetByteStateAsync(Hosting.Messaging.Topics.SharedState, PolicyKeys.Habilitations(subject!))).IsEmpty);
    }
}
