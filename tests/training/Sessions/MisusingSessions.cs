using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Reseau.Testing.Contracts;
using Reseau.Training.V1;
using static Reseau.Training.Tests.Rpc.Network;
using static Reseau.Training.Tests.Sessions.Room;

namespace Reseau.Training.Tests.Sessions;

/// <summary>What people, and programs, do wrong: each mistake is named where it was made.</summary>
public sealed class MisusingSessions
{
    [Fact]
    public async Task Each_mistake_in_a_session_is_named()
    {
        await using var room = await Room.OpenAsync();
        var paul = await room.Host.SessionsAsync(Paul);
        (string Field, string Reason, Action<Session> Spoil)[] mistakes =
        [
            ("session.course", "NOT_A_RESOURCE_NAME", session => session.Course = "demarches"),
            ("session.half_days", "REQUIRED", session => session.HalfDays.Clear()),
            ("session.half_days[0].start_time", "REQUIRED", session => session.HalfDays[0].StartTime = null),
            ("session.half_days[0].start_time", "OUT_OF_RANGE", session => session.HalfDays[0].StartTime = new() { Seconds = long.MaxValue }),
            ("session.half_days[0].end_time", "OUT_OF_RANGE", session => session.HalfDays[0].EndTime = session.HalfDays[0].StartTime),
            ("session.half_days[0].end_time", "OUT_OF_RANGE", session => session.HalfDays[0].EndTime = new() { Seconds = session.HalfDays[0].StartTime.Seconds + 22_000 }),
            ("session.half_days[1].start_time", "OVERLAPS", session => session.HalfDays[1] = session.HalfDays[0].Clone()),
            ("session.half_days[1].start_time", "OVERLAPS", session => (session.HalfDays[0], session.HalfDays[1]) = (session.HalfDays[1], session.HalfDays[0])),
            ("session.half_days[0].place", "REQUIRED", session => session.HalfDays[0].Place = " "),
            ("session.half_days[0].link", "NOT_A_LINK", session => session.HalfDays[0].Link = "javascript:alert(1)"),
            ("session.half_days[0].link", "NOT_A_LINK", session => session.HalfDays[0].Link = "http://visio.example.org"),
            ("session.modality", "UNKNOWN_VALUE", session => session.Modality = (Modality)42),
            ("session.max_seats", "OUT_OF_RANGE", session => session.MaxSeats = -1),
            ("session.max_seats", "OUT_OF_RANGE", session => session.MaxSeats = 1001),
            ("session.min_seats", "OUT_OF_RANGE", session => session.MinSeats = 11),
            ("session.seat_cost_cents", "OUT_OF_RANGE", session => session.SeatCostCents = -1),
            ("session.trainers[0]", "REQUIRED", session => session.Trainers[0] = ""),
            ("session.notes", "CONTAINS_NIR", session => session.Notes = "1 85 05 78 006 084 91"),
            ("session.notes", "TOO_LONG", session => session.Notes = new('a', 1001)),
            ("session.enrol_until", "NOT_A_DATE", session => session.EnrolUntil = new() { Year = 2026, Month = 2, Day = 30 }),
            ("session.enrol_until", "OUT_OF_RANGE", session => session.EnrolUntil = new() { Year = 2099, Month = 1, Day = 1 }),
            ("session.reservations[0].seats", "OUT_OF_RANGE", session => session.Reservations.Add(room.Kept("caf-35", 0, days: 3))),
            ("session.reservations[0].institution", "NOT_A_RESOURCE_NAME", session => session.Reservations.Add(new SeatReservation { Institution = "caf", Seats = 1, ReleaseDate = ToDate(new(2026, 1, 1)) })),
            ("session.reservations[0].release_date", "REQUIRED", session => session.Reservations.Add(new SeatReservation { Institution = "institutions/caf-35", Seats = 1 })),
            ("session.reservations[0].release_date", "OUT_OF_RANGE", session => session.Reservations.Add(room.Kept("caf-35", 1, days: 15))),
            ("session.reservations", "NOT_UNIQUE", session => session.Reservations.AddRange([room.Kept("caf-35", 1, days: 3), room.Kept("caf-35", 2, days: 4)])),
            ("request_id", "NOT_A_UUID", _ => { }),
        ];
        foreach (var (field, reason, spoil) in mistakes)
        {
            var session = room.ASession(10);
            spoil(session);
            var failure = await Assert.ThrowsAsync<RpcException>(async () => await paul.CreateSessionAsync(new() { Session = session, RequestId = field == "request_id" ? "1" : NewId() }));
            var found = EveryMethod.DetailOf<BadRequest>(failure).FieldViolations;
            Assert.True(found.Any(violation => violation.Field == field && violation.Reason == reason), $"{field} {reason}: {found}");
        }
    }

    [Fact]
    public async Task What_cannot_be_planned_is_refused()
    {
        await using var room = await Room.OpenAsync();
        var (paul, courses) = (await room.Host.SessionsAsync(Paul), await room.Host.CoursesAsync(Paul));
        var unknown = room.ASession(5);
        unknown.Course = "courses/inconnue";
        await RefusedAsync("COURSE_NOT_FOUND", paul.CreateSessionAsync(new() { Session = unknown, RequestId = NewId() }));
        var draft = ACourse();
        draft.Name = "courses/brouillon";
        await courses.CreateCourseAsync(new() { Course = draft, RequestId = NewId() });
        unknown.Course = draft.Name;
        await RefusedAsync("COURSE_NOT_PUBLISHED", paul.CreateSessionAsync(new() { Session = unknown, RequestId = NewId() }));
        await RefusedAsync("COURSE_NOT_FOUND", (await room.Host.SessionsAsync(Yann)).CreateSessionAsync(new() { Session = unknown, RequestId = NewId() }));
        var past = room.ASession(5);
        foreach (var halfDay in past.HalfDays) (halfDay.StartTime, halfDay.EndTime) = (new Timestamp { Seconds = halfDay.StartTime.Seconds - (20 * 86_400) }, new Timestamp { Seconds = halfDay.EndTime.Seconds - (20 * 86_400) });
        await RefusedAsync("SESSION_BEGUN", paul.CreateSessionAsync(new() { Session = past, RequestId = NewId() }));
        await RefusedAsync("SEATS_DO_NOT_FIT", paul.CreateSessionAsync(new() { Session = room.ASession(3, room.Kept("caf-35", 2, 3), room.Kept("ville-rennes", 2, 3)), RequestId = NewId() }));

        var planned = await paul.CreateSessionAsync(new() { Session = room.ASession(5), RequestId = NewId() });
        room.Clock.Advance(TimeSpan.FromDays(15));
        await RefusedAsync("SESSION_BEGUN", paul.OpenSessionAsync(new() { Name = planned.Name, RequestId = NewId() }));
        await RefusedAsync("SESSION_TRANSITION_NOT_ALLOWED", paul.CloseSessionAsync(new() { Name = planned.Name, RequestId = NewId() }));
    }

    [Fact]
    public async Task Nobody_is_in_two_places_nor_enrolled_by_strangers()
    {
        await using var room = await Room.OpenAsync();
        var own = await room.PersonAsync("ccas-rennes", Claire);
        var colleague = (await room.PeopleAsync("ccas-rennes", 1))[0];
        var (first, second, third) = (await room.OpenedAsync(5), await room.OpenedAsync(5), room.ASession(5));
        foreach (var halfDay in third.HalfDays) (halfDay.StartTime, halfDay.EndTime) = (new Timestamp { Seconds = halfDay.StartTime.Seconds + (5 * 3600) }, new Timestamp { Seconds = halfDay.EndTime.Seconds + (5 * 3600) });
        var (claire, nadia, karim) = (await room.Host.SessionsAsync(Claire), await room.Host.SessionsAsync(Nadia), await room.Host.SessionsAsync(Karim));
        await room.EnrolAsync(Claire, first, "professionals/me");

        var failure = await Assert.ThrowsAsync<RpcException>(() => room.EnrolAsync(Claire, second, "professionals/me"));
        Assert.Equal(("ENROLMENT_OVERLAPS", first.Name), (EveryMethod.ErrorInfoOf(failure).Reason, EveryMethod.ErrorInfoOf(failure).Metadata["session"]));
        // The same days, in the afternoon.
        await room.EnrolAsync(Claire, await room.OpenedAsync(third), "professionals/me");
        foreach (var stranger in (SessionsService.SessionsServiceClient[])[nadia, karim, await room.Host.SessionsAsync(Paul)])
            await RefusedAsync("NOT_ALLOWED", stranger.EnrolAsync(new() { Session = second.Name, Professional = own, RequestId = NewId() }));
        // A colleague is nobody, a professional that does not exist neither.
        await RefusedAsync("NOT_ALLOWED", claire.EnrolAsync(new() { Session = second.Name, Professional = colleague, RequestId = NewId() }));
        await RefusedAsync("NOT_ALLOWED", nadia.EnrolAsync(new() { Session = second.Name, Professional = "professionals/nobody", RequestId = NewId() }));
        await RefusedAsync("NOT_ALLOWED", karim.EnrolAsync(new() { Session = second.Name, Professional = "professionals/me", RequestId = NewId() }));
        await RefusedAsync("NOT_ALLOWED", nadia.WithdrawEnrolmentAsync(new() { Name = $"{first.Name}/enrolments/{own.Split('/')[1]}", RequestId = NewId() }));
        await RefusedAsync("NOT_ALLOWED", nadia.EnrolAsync(new() { Session = "sessions/none", Professional = own, RequestId = NewId() }));
        await RefusedAsync("INVALID_REQUEST", claire.WithdrawEnrolmentAsync(new() { Name = $"{first.Name}/enrolments/a/b", RequestId = NewId() }));
        await RefusedAsync("INVALID_REQUEST", claire.WithdrawEnrolmentAsync(new() { Name = "sessions//enrolments/", RequestId = NewId() }));
    }

    [Fact]
    public async Task Attendance_is_said_of_each_once_and_by_the_organiser()
    {
        await using var room = await Room.OpenAsync();
        var person = (await room.PeopleAsync("caf-35", 1))[0];
        var session = await room.OpenedAsync(5);
        await room.EnrolAsync(Nadia, session, person);
        room.Clock.Advance(TimeSpan.FromDays(15));
        var (paul, twice) = (await room.Host.SessionsAsync(Paul), new RecordAttendanceRequest { Session = session.Name, HalfDay = 1, Method = AttendanceMethod.Paper, RequestId = NewId() });
        twice.Persons.AddRange(Enumerable.Repeat(new PersonAttendance { Professional = person, Presence = Presence.Present }, 2));
        await RefusedAsync("INVALID_REQUEST", paul.RecordAttendanceAsync(twice));
        await RefusedAsync("INVALID_REQUEST", paul.RecordAttendanceAsync(new() { Session = session.Name, HalfDay = 1, Persons = { new PersonAttendance { Professional = person } }, RequestId = NewId() }));
        twice.Persons.RemoveAt(0);
        await RefusedAsync("NOT_ALLOWED", (await room.Host.SessionsAsync(Nadia)).RecordAttendanceAsync(twice));
        foreach (var note in (int[])[0, 6, -1])
            await RefusedAsync("INVALID_REQUEST", (await room.Host.SessionsAsync(Claire)).EvaluateAsync(new() { Name = $"{session.Name}/enrolments/x", Evaluation = new() { Note = note }, RequestId = NewId() }));
    }
}
