using Microsoft.EntityFrameworkCore;
using Reseau.Testing.Databases;
using Reseau.Training.V1;
using UglyToad.PdfPig;
using static Reseau.Training.Tests.Rpc.Network;
using static Reseau.Training.Tests.Sessions.Room;
using State = Reseau.Training.V1.Enrolment.Types.State;

namespace Reseau.Training.Tests.Sessions;

public sealed class AttendingASession
{
    [Theory, OnEveryProvider]
    public async Task Who_was_there_to_the_end_gets_a_certificate_the_skill_and_the_habilitation(DatabaseProvider provider)
    {
        await using var room = await Room.OpenAsync(provider, adjust: Gives);
        var (paul, claire, anonymous) = (await room.Host.SessionsAsync(Paul), await room.Host.SessionsAsync(Claire), new SessionsService.SessionsServiceClient(room.Host.Channel));
        var own = await room.PersonAsync("ccas-rennes", Claire, "Morvan");
        var others = await room.PeopleAsync("ccas-rennes", 3);
        var session = await room.OpenedAsync(4);
        foreach (var person in others.Prepend(own)) await room.EnrolAsync(Yann, session, person);

        await RefusedAsync("HALF_DAY_NOT_BEGUN", paul.RecordAttendanceAsync(Said(session, 1, own)));
        room.AdvanceTo(session.HalfDays[0].StartTime.ToDateTimeOffset().AddMinutes(10));
        await RefusedAsync("SESSION_BEGUN", claire.WithdrawEnrolmentAsync(new() { Name = NameOf(session, own), RequestId = NewId() }));
        var first = await paul.RecordAttendanceAsync(Said(session, 1, own, others[0], others[1], "professionals/stranger"));
        Assert.Equal((3, "professionals/stranger"), (first.Recorded, Assert.Single(first.Unknown)));
        await RefusedAsync("HALF_DAY_NOT_BEGUN", paul.RecordAttendanceAsync(Said(session, 2, own)));
        await RefusedAsync("HALF_DAY_NOT_FOUND", paul.RecordAttendanceAsync(Said(session, 3, own)));
        await RefusedAsync("SESSION_NOT_OVER", paul.CloseSessionAsync(new() { Name = session.Name, RequestId = NewId() }));
        room.Clock.Advance(TimeSpan.FromDays(2));
        await paul.RecordAttendanceAsync(Said(session, 2, own));
        Assert.Equal("3", await MissingAsync(paul, session));
        await paul.RecordAttendanceAsync(Said(session, 2, Presence.Excused, others[0], others[1], others[2]));
        await paul.RecordAttendanceAsync(Said(session, 1, Presence.Absent, others[2]));
        await paul.RecordAttendanceAsync(Said(session, 1, Presence.Absent, others[1]));
        var closed = await paul.CloseSessionAsync(new() { Name = session.Name, RequestId = NewId() });
        Assert.Equal(CourseSession.Types.State.Closed, closed.State);
        Assert.Equal(closed, await paul.CloseSessionAsync(new() { Name = session.Name, RequestId = NewId() }));
        await RefusedAsync("SESSION_TRANSITION_NOT_ALLOWED", paul.RecordAttendanceAsync(Said(session, 1, Presence.Absent, own)));

        var list = (await paul.ListEnrolmentsAsync(new() { Session = session.Name })).Enrolments.ToDictionary(line => line.Professional);
        Assert.Equal([State.Attended, State.AttendedPartly, State.Absent, State.Absent], others.Prepend(own).Select(person => list[person].State));
        var mine = Assert.Single((await claire.ListOwnEnrolmentsAsync(new())).Enrolments);
        Assert.Equal(["Evaluate", "DownloadCertificate"], mine.Possible);
        Assert.Equal([Presence.Present, Presence.Present], mine.Presences);
        Assert.All(others, person => Assert.Equal("", list[person].CertificateCode));

        var genuine = await anonymous.CheckCertificateAsync(new() { Code = mine.CertificateCode.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant() });
        Assert.Equal((true, "Accompagner une démarche en ligne", 2, mine.Session.HalfDays[1].StartTime.ToDateTime().Day), (genuine.Genuine, genuine.Course, genuine.HalfDays, genuine.Date.Day));
        foreach (var forged in (string[])["AAAA-BBBB-CCCC", "7K3F-9QXM-2DTP", new('x', 90), $"{mine.CertificateCode}0", "' OR 1=1 --"])
            Assert.Equal(new CheckCertificateResponse(), await anonymous.CheckCertificateAsync(new() { Code = forged }));

        var skill = await room.Host.ReadAsync(db => db.HeldSkills.AsNoTracking().SingleAsync());
        Assert.Equal((own, "skills/demarches-en-ligne", 2), (skill.Professional, skill.Skill, skill.Evidenced));
        var held = await room.Host.ReadAsync(db => db.HeldHabilitations.AsNoTracking().SingleAsync());
        Assert.Equal((own, "habilitationRules/rgpd-bases"), (held.Professional, held.Rule));

        var file = await FileAsync(claire.DownloadCertificate(new() { Name = mine.Name }));
        using var certificate = PdfDocument.Open(file);
        var text = string.Join(' ', certificate.GetPages().Select(page => page.Text));
        Assert.Contains("Dominique Morvan", text, StringComparison.Ordinal);
        Assert.Contains(mine.CertificateCode, text, StringComparison.Ordinal);
        Assert.Contains("Vérifier une attestation", text, StringComparison.Ordinal);
        Assert.Contains("/StructTreeRoot", System.Text.Encoding.Latin1.GetString(file), StringComparison.Ordinal);
        await Assert.ThrowsAsync<Grpc.Core.RpcException>(async () => await FileAsync((await room.Host.SessionsAsync(Karim)).DownloadCertificate(new() { Name = mine.Name })));

        await RefusedAsync("EVALUATION_TOO_EARLY", claire.EvaluateAsync(new() { Name = mine.Name, Cold = true, Evaluation = new() { Note = 5 }, RequestId = NewId() }));
        var hot = await claire.EvaluateAsync(new() { Name = mine.Name, Evaluation = new() { Note = 4, Comment = "Très clair." }, RequestId = NewId() });
        Assert.Equal((4, "Très clair."), (hot.Hot.Note, hot.Hot.Comment));
        Assert.Equal("Très clair.", (await paul.ListEnrolmentsAsync(new() { Session = session.Name })).Enrolments.Single(line => line.Professional == own).Hot.Comment);
        Assert.Null((await (await room.Host.SessionsAsync(Yann)).ListEnrolmentsAsync(new() { Session = session.Name })).Enrolments.Single(line => line.Professional == own).Hot);
        Assert.Null((await room.SeenAsync(Paul, session)).Satisfaction);
        room.Clock.Advance(TimeSpan.FromDays(100));
        Assert.Equal(5, (await claire.EvaluateAsync(new() { Name = mine.Name, Cold = true, Evaluation = new() { Note = 5 }, RequestId = NewId() })).Cold.Note);
        Assert.Equal(0, await room.Host.ReadAsync(db => db.Events.CountAsync(e => e.Body.Contains("Très clair"))));
    }

    [Fact]
    public async Task A_sign_in_sheet_names_everyone_who_has_a_seat()
    {
        await using var room = await Room.OpenAsync();
        var people = await room.PeopleAsync("caf-35", 3);
        var session = await room.OpenedAsync(2);
        foreach (var person in people) await room.EnrolAsync(Nadia, session, person);
        var paul = await room.Host.SessionsAsync(Paul);

        using var sheet = PdfDocument.Open(await FileAsync(paul.DownloadSignInSheet(new() { Session = session.Name, HalfDay = 2 })));

        var text = string.Join(' ', sheet.GetPages().Select(page => page.Text));
        Assert.Contains("Dominique Nom000", text, StringComparison.Ordinal);
        Assert.Contains("Dominique Nom001", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dominique Nom002", text, StringComparison.Ordinal);
        Assert.Contains("demi-journée 2 sur 2", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_those_who_attended_say_is_shown_from_five_answers_on()
    {
        await using var room = await Room.OpenAsync();
        string[] accounts = [Claire, Yann, Karim, Nadia, Paul];
        var session = await room.OpenedAsync(10);
        Dictionary<string, string> names = [];
        foreach (var (account, institution) in accounts.Zip((string[])["ccas-rennes", "ccas-rennes", "caf-35", "caf-35", "arcs-rennes"]))
        {
            names[account] = await room.PersonAsync(institution, account);
            await room.EnrolAsync(account, session, "professionals/me");
        }
        room.Clock.Advance(TimeSpan.FromDays(16));
        var paul = await room.Host.SessionsAsync(Paul);
        foreach (var halfDay in (int[])[1, 2]) await paul.RecordAttendanceAsync(Said(session, halfDay, [.. names.Values]));

        foreach (var (index, account) in accounts.Index())
        {
            Assert.Null((await room.SeenAsync(Claire, session)).Satisfaction);
            await (await room.Host.SessionsAsync(account)).EvaluateAsync(new() { Name = NameOf(session, names[account]), Evaluation = new() { Note = index == 0 ? 3 : 4 }, RequestId = NewId() });
        }

        var said = (await room.SeenAsync(Claire, session)).Satisfaction;
        Assert.Equal((5, 380, 0, 0), (said.HotAnswers, said.HotHundredths, said.ColdAnswers, said.ColdHundredths));
    }

    private static void Gives(Course course)
    {
        course.Skills.Add(new GivenSkill { Skill = "skills/demarches-en-ligne", Level = SkillLevel.Autonomous });
        course.Habilitations.Add("habilitationRules/rgpd-bases");
    }

    private static string NameOf(CourseSession session, string professional) => $"{session.Name}/enrolments/{professional.Split('/')[1]}";

    private static RecordAttendanceRequest Said(CourseSession session, int halfDay, params string[] persons) => Said(session, halfDay, Presence.Present, persons);

    private static RecordAttendanceRequest Said(CourseSession session, int halfDay, Presence presence, params string[] persons)
    {
        var request = new RecordAttendanceRequest { Session = session.Name, HalfDay = halfDay, Method = AttendanceMethod.Tablet, RequestId = NewId() };
        request.Persons.AddRange(persons.Select(person => new PersonAttendance { Professional = person, Presence = presence }));
        return request;
    }

    private static async Task<string> MissingAsync(SessionsService.SessionsServiceClient paul, CourseSession session)
    {
        var failure = await Assert.ThrowsAsync<Grpc.Core.RpcException>(async () => await paul.CloseSessionAsync(new() { Name = session.Name, RequestId = NewId() }));
        var info = Testing.Contracts.EveryMethod.ErrorInfoOf(failure);
        Assert.Equal("ATTENDANCE_MISSING", info.Reason);
        return info.Metadata["missing"];
    }
}
