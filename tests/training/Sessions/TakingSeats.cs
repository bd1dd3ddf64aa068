using Microsoft.EntityFrameworkCore;
using Reseau.Testing.Databases;
using Reseau.Training.V1;
using static Reseau.Training.Tests.Rpc.Network;
using static Reseau.Training.Tests.Sessions.Room;
using State = Reseau.Training.V1.Enrolment.Types.State;

namespace Reseau.Training.Tests.Sessions;

public sealed class TakingSeats
{
    [Theory, OnEveryProvider]
    public async Task Seats_are_taken_waited_for_given_back_and_given_to_the_first_in_line(DatabaseProvider provider)
    {
        await using var room = await Room.OpenAsync(provider);
        var (paul, yann, claire, nadia) = (await room.Host.SessionsAsync(Paul), await room.Host.SessionsAsync(Yann), await room.Host.SessionsAsync(Claire), await room.Host.SessionsAsync(Nadia));
        var own = await room.PersonAsync("ccas-rennes", Claire, "Morvan");
        var ccas = await room.PeopleAsync("ccas-rennes", 2);
        var caf = await room.PeopleAsync("caf-35", 1);

        var draft = await paul.CreateSessionAsync(new() { Session = room.ASession(2), RequestId = NewId() });
        Assert.Equal((Session.Types.State.Draft, "institutions/arcs-rennes", "Accompagner une démarche en ligne", 2, 2), (draft.State, draft.Institution, draft.Title, draft.MinSeats, draft.MaxSeats));
        Assert.Equal(["UpdateSession", "OpenSession", "CancelSession"], draft.Possible);
        await RefusedAsync("NOT_ALLOWED", claire.GetSessionAsync(new() { Name = draft.Name }));
        await RefusedAsync("NOT_ALLOWED", claire.EnrolAsync(new() { Session = draft.Name, Professional = "professionals/me", RequestId = NewId() }));
        var open = await paul.OpenSessionAsync(new() { Name = draft.Name, Etag = draft.Etag, RequestId = NewId() });
        Assert.Equal((Session.Types.State.Open, 2, false), (open.State, open.SeatsFreeForCaller, open.Confirmed));
        await RefusedAsync("STALE_ETAG", paul.CancelSessionAsync(new() { Name = draft.Name, Etag = draft.Etag, Reason = "Grève.", RequestId = NewId() }));

        var first = new EnrolRequest { Session = open.Name, Professional = "professionals/me", RequestId = NewId() };
        var mine = await claire.EnrolAsync(first);
        Assert.Equal((State.Enrolled, own, "Dominique Morvan", "institutions/ccas-rennes"), (mine.State, mine.Professional, mine.DisplayName, mine.Institution));
        Assert.Equal(["WithdrawEnrolment"], mine.Possible);
        Assert.Equal("https://visio.example.org/demarches", mine.Session.HalfDays[0].Link);
        await RefusedAsync("ALREADY_ENROLLED", yann.EnrolAsync(new() { Session = open.Name, Professional = own, RequestId = NewId() }));
        Assert.Equal(State.Enrolled, (await room.EnrolAsync(Yann, open, ccas[0])).State);
        var second = await room.EnrolAsync(Yann, open, ccas[1]);
        var third = await room.EnrolAsync(Nadia, open, caf[0]);
        Assert.Equal((State.Waiting, 1, State.Waiting, 2), (second.State, second.WaitingRank, third.State, third.WaitingRank));
        Assert.Equal("", third.Session.HalfDays[0].Link);

        var full = await room.SeenAsync(Nadia, open);
        Assert.Equal((2, 2, 0, true), (full.SeatsTaken, full.Waiting, full.SeatsFreeForCaller, full.Confirmed));
        // A retry is answered what the first call was, however much has happened since.
        Assert.Equal(mine.CreateTime, (await claire.EnrolAsync(first)).CreateTime);
        Assert.Equal(1, (await claire.EnrolAsync(first)).Session.SeatsTaken);
        await RefusedAsync("REQUEST_ID_REUSED", claire.EnrolAsync(new() { Session = open.Name, Professional = own, RequestId = first.RequestId }));

        var withdrawn = await claire.WithdrawEnrolmentAsync(new() { Name = mine.Name, Reason = "Je suis en congé.", RequestId = NewId() });
        Assert.Equal((State.Withdrawn, "Je suis en congé."), (withdrawn.State, withdrawn.Reason));
        Assert.Equal((2, 1), (withdrawn.Session.SeatsTaken, withdrawn.Session.Waiting));
        var list = (await paul.ListEnrolmentsAsync(new() { Session = open.Name })).Enrolments;
        Assert.Equal(["Dominique Morvan", "Dominique Nom000", "Dominique Nom000", "Dominique Nom001"], list.Select(line => line.DisplayName));
        Assert.Equal(State.Enrolled, list.Single(line => line.Professional == ccas[1]).State);
        Assert.Equal((State.Waiting, 1), list.Where(line => line.Professional == caf[0]).Select(line => (line.State, line.WaitingRank)).Single());
        Assert.Equal(caf, (await nadia.ListEnrolmentsAsync(new() { Session = open.Name })).Enrolments.Select(line => line.Professional));

        var bigger = room.ASession(3);
        (bigger.Name, bigger.Etag) = (open.Name, (await room.SeenAsync(Paul, open)).Etag);
        var grown = await paul.UpdateSessionAsync(new() { Session = bigger, RequestId = NewId() });
        Assert.Equal((3, 0), (grown.SeatsTaken, grown.Waiting));
        bigger.MaxSeats = 2;
        bigger.Etag = "";
        await RefusedAsync("SEATS_DO_NOT_FIT", paul.UpdateSessionAsync(new() { Session = bigger, RequestId = NewId() }));

        await paul.CancelSessionAsync(new() { Name = open.Name, Reason = "Intervenant malade.", RequestId = NewId() });
        var ended = (await nadia.ListEnrolmentsAsync(new() { Session = open.Name })).Enrolments.Single();
        Assert.Equal((State.Cancelled, "Intervenant malade.", 0), (ended.State, ended.Reason, ended.Session.SeatsTaken));
        Assert.Equal(State.Withdrawn, Assert.Single((await claire.ListOwnEnrolmentsAsync(new())).Enrolments).State);
        await RefusedAsync("SESSION_NOT_OPEN", claire.EnrolAsync(new() { Session = open.Name, Professional = "professionals/me", RequestId = NewId() }));
    }

    [Theory, OnEveryProvider]
    public async Task A_manager_agrees_or_says_no(DatabaseProvider provider)
    {
        await using var room = await Room.OpenAsync(provider, needsApproval: true);
        var (yann, claire, nadia) = (await room.Host.SessionsAsync(Yann), await room.Host.SessionsAsync(Claire), await room.Host.SessionsAsync(Nadia));
        await room.PersonAsync("ccas-rennes", Claire);
        var session = await room.OpenedAsync(2);

        var asked = await room.EnrolAsync(Claire, session, "professionals/me");
        Assert.Equal((State.Requested, 0), (asked.State, asked.Session.SeatsTaken));
        Assert.Equal(asked.Name, Assert.Single((await yann.ListRequestedEnrolmentsAsync(new())).Enrolments).Name);
        Assert.Equal(["ApproveEnrolment", "RefuseEnrolment", "WithdrawEnrolment"], (await yann.ListRequestedEnrolmentsAsync(new())).Enrolments[0].Possible);
        Assert.Empty((await nadia.ListRequestedEnrolmentsAsync(new())).Enrolments);
        await RefusedAsync("NOT_ALLOWED", nadia.ApproveEnrolmentAsync(new() { Name = asked.Name, RequestId = NewId() }));
        var refused = await yann.RefuseEnrolmentAsync(new() { Name = asked.Name, Reason = "Trop de monde en congé.", RequestId = NewId() });
        Assert.Equal((State.Refused, "Trop de monde en congé."), (refused.State, refused.Reason));
        await RefusedAsync("ENROLMENT_TRANSITION_NOT_ALLOWED", yann.ApproveEnrolmentAsync(new() { Name = asked.Name, RequestId = NewId() }));
        Assert.Equal(State.Requested, (await room.EnrolAsync(Claire, session, "professionals/me")).State);
        var approved = await yann.ApproveEnrolmentAsync(new() { Name = asked.Name, RequestId = NewId() });
        Assert.Equal((State.Enrolled, 1, ""), (approved.State, approved.Session.SeatsTaken, approved.Reason));
        Assert.Equal(State.Enrolled, (await yann.ApproveEnrolmentAsync(new() { Name = asked.Name, RequestId = NewId() })).State);
        Assert.Equal(State.Enrolled, (await room.EnrolAsync(Yann, session, (await room.PeopleAsync("ccas-rennes", 1))[0])).State);
        await claire.WithdrawEnrolmentAsync(new() { Name = asked.Name, RequestId = NewId() });
        Assert.Equal(1, (await room.SeenAsync(Claire, session)).SeatsTaken);
    }

    [Theory, OnEveryProvider]
    public async Task Who_is_erased_leaves_their_seat_to_who_waits_and_their_words_to_nobody(DatabaseProvider provider)
    {
        await using var room = await Room.OpenAsync(provider);
        var own = await room.PersonAsync("ccas-rennes", Claire);
        var next = (await room.PeopleAsync("caf-35", 1))[0];
        var (session, claire) = (await room.OpenedAsync(1), await room.Host.SessionsAsync(Claire));
        var first = await room.EnrolAsync(Claire, session, "professionals/me");
        await claire.WithdrawEnrolmentAsync(new() { Name = first.Name, Reason = "Un rendez-vous médical.", RequestId = NewId() });
        await room.EnrolAsync(Claire, session, "professionals/me");
        await claire.CreateCalendarFeedAsync(new() { RequestId = NewId() });
        Assert.Equal(State.Waiting, (await room.EnrolAsync(Nadia, session, next)).State);
        Assert.Equal(1, await room.Host.ReadAsync(db => db.EnrolmentWords.CountAsync()));

        await (await room.Host.ProfessionalsAsync(Yann)).EraseProfessionalAsync(new() { Name = own, RequestId = NewId() });

        var list = (await (await room.Host.SessionsAsync(Paul)).ListEnrolmentsAsync(new() { Session = session.Name })).Enrolments;
        Assert.Equal([(own, State.Withdrawn, ""), (next, State.Enrolled, "Dominique Nom000")], list.Select(line => (line.Professional, line.State, line.DisplayName)));
        Assert.Equal((0, 0), (await room.Host.ReadAsync(db => db.EnrolmentWords.CountAsync()), await room.Host.ReadAsync(db => db.CalendarFeeds.CountAsync())));
        await RefusedAsync("PROFESSIONAL_ERASED", (await room.Host.SessionsAsync(Yann)).EnrolAsync(new() { Session = session.Name, Professional = own, RequestId = NewId() }));
    }

    [Fact]
    public async Task A_permanence_at_the_same_hours_is_pointed_out_and_forbids_nothing()
    {
        await using var room = await Room.OpenAsync();
        var busy = await room.PeopleAsync("caf-35", 1, "Mo-Su 08:00-10:00");
        var free = await room.PeopleAsync("caf-35", 1, "Mo-Su 14:00-17:00");
        var session = await room.OpenedAsync(5);

        var remarked = await room.EnrolAsync(Nadia, session, busy[0]);

        Assert.Equal(State.Enrolled, remarked.State);
        Assert.StartsWith("Permanence aux mêmes heures : ", Assert.Single(remarked.Remarks), StringComparison.Ordinal);
        Assert.Empty((await room.EnrolAsync(Nadia, session, free[0])).Remarks);
    }

    [Theory, OnEveryProvider]
    public async Task Lists_come_in_their_order_page_by_page(DatabaseProvider provider)
    {
        await using var room = await Room.OpenAsync(provider);
        var (claire, paul) = (await room.Host.SessionsAsync(Claire), await room.Host.SessionsAsync(Paul));
        await room.PersonAsync("ccas-rennes", Claire);
        List<Session> sessions = [];
        foreach (var day in Enumerable.Range(0, 5))
        {
            var later = room.ASession(1);
            foreach (var halfDay in later.HalfDays) (halfDay.StartTime, halfDay.EndTime) = (Later(halfDay.StartTime, 10 * day), Later(halfDay.EndTime, 10 * day));
            sessions.Add(await room.OpenedAsync(later));
            if (day < 3) await room.EnrolAsync(Claire, sessions[day], "professionals/me");
        }
        await paul.CreateSessionAsync(new() { Session = room.ASession(1), RequestId = NewId() });

        Assert.Equal(sessions.Select(session => session.Name), await AllAsync(async token =>
        {
            var page = await claire.ListSessionsAsync(new() { PageSize = 2, PageToken = token });
            return (page.Sessions.Select(session => session.Name), page.NextPageToken);
        }));
        Assert.Equal(sessions.Skip(3).Select(session => session.Name), (await claire.ListSessionsAsync(new() { WithFreeSeats = true })).Sessions.Select(session => session.Name));
        Assert.Equal(6, (await paul.ListSessionsAsync(new() { Own = true })).Sessions.Count);
        Assert.Equal("https://visio.example.org/demarches", (await claire.ListSessionsAsync(new())).Sessions[0].HalfDays[0].Link);
        Assert.Equal("", (await claire.ListSessionsAsync(new())).Sessions[3].HalfDays[0].Link);

        // Two are over, one is to come: what comes is first, then the newest of what was.
        room.Clock.Advance(TimeSpan.FromDays(27));
        Assert.Equal([sessions[2].Name, sessions[1].Name, sessions[0].Name], await AllAsync(async token =>
        {
            var page = await claire.ListOwnEnrolmentsAsync(new() { PageSize = 1, PageToken = token });
            return (page.Enrolments.Select(enrolment => enrolment.Session.Name), page.NextPageToken);
        }));
    }

    private static Google.Protobuf.WellKnownTypes.Timestamp Later(Google.Protobuf.WellKnownTypes.Timestamp time, int days) => new() { Seconds = time.Seconds + (days * 24 * 3600L) };

    private static async Task<List<string>> AllAsync(Func<string, Task<(IEnumerable<string> Names, string Next)>> ask)
    {
        var (all, token) = (new List<string>(), "");
        do
        {
            var (names, next) = await ask(token);
            all.AddRange(names);
            token = next;
        }
        while (token.Length > 0);
        return all;
    }
}
