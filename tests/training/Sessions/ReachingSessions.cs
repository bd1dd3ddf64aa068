using Google.Protobuf;
using Grpc.Core;
using Reseau.Testing.Contracts;
using Reseau.Training.V1;
using static Reseau.Training.Tests.Rpc.Network;
using static Reseau.Training.Tests.Sessions.Room;

namespace Reseau.Training.Tests.Sessions;

/// <summary>Every method of both services × everybody, on a session of arcs-rennes and a person of ccas-rennes: who reaches it, and who is told nothing.</summary>
public sealed class ReachingSessions
{
    private const string Everybody = "claire yann karim nadia paul sofia admin cafsystem";

    // What the method says to who reaches it is another test's business: here it is only not NOT_ALLOWED.
    private static readonly Dictionary<string, string> Matrix = new(StringComparer.Ordinal)
    {
        ["UpdateCourse"] = "paul",
        ["PublishCourse"] = "paul",
        ["ArchiveCourse"] = "paul",
        ["GetCourse"] = Everybody,
        ["ListCourses"] = Everybody,
        ["CreateSession"] = "yann nadia paul sofia cafsystem",
        ["UpdateSession"] = "paul",
        ["OpenSession"] = "paul",
        ["CancelSession"] = "paul",
        ["CloseSession"] = "paul",
        ["RecordAttendance"] = "paul",
        ["DownloadSignInSheet"] = "paul",
        ["GetSession"] = Everybody,
        ["ListSessions"] = Everybody,
        ["ListEnrolments"] = "yann nadia paul cafsystem",
        ["ListRequestedEnrolments"] = "yann nadia cafsystem",
        ["ListOwnEnrolments"] = "claire yann karim nadia paul sofia admin",
        ["Enrol"] = "claire yann",
        ["ApproveEnrolment"] = "yann",
        ["RefuseEnrolment"] = "yann",
        ["WithdrawEnrolment"] = "claire yann paul",
        ["Evaluate"] = "claire",
        ["DownloadCertificate"] = "claire yann paul",
        ["VerifyCertificate"] = $"{Everybody} anonymous",
        ["ReadCalendar"] = $"{Everybody} anonymous",
        ["CreateCalendarFeed"] = "claire",
    };

    private static readonly Dictionary<string, string> Accounts = new(StringComparer.Ordinal)
    {
        ["claire"] = Claire, ["yann"] = Yann, ["karim"] = Karim, ["nadia"] = Nadia, ["paul"] = Paul, ["sofia"] = Sofia, ["admin"] = Admin, ["cafsystem"] = CafSystem,
    };

    [Fact]
    public async Task Each_reaches_what_is_theirs_and_learns_nothing_of_the_rest()
    {
        await using var room = await Room.OpenAsync();
        var own = await room.PersonAsync("ccas-rennes", Claire);
        var session = await room.OpenedAsync(5);
        await room.EnrolAsync(Claire, session, own);
        var methods = CoursesService.Descriptor.Methods.Concat(SessionsService.Descriptor.Methods).Where(method => method.Name != "CreateCourse").ToList();
        Assert.Equal(Matrix.Keys.Order(), methods.Select(method => method.Name).Order());

        foreach (var method in methods)
        {
            foreach (var (who, account) in Accounts.Append(new("anonymous", "")))
            {
                var invoker = account.Length == 0 ? room.Host.Channel.CreateCallInvoker() : await room.Host.AsAsync(account);
                var (code, reason) = await EveryMethod.CallAsync(invoker, method, RequestOf(room, method.Name, session, own).ToByteArray());
                var allowed = Matrix[method.Name].Split(' ').Contains(who);
                var shut = code is StatusCode.PermissionDenied or StatusCode.Unauthenticated;
                Assert.True(allowed != shut, $"{method.Name} by {who}: {code} {reason}");
                Assert.NotEqual(StatusCode.Internal, code);
                Assert.NotEqual(StatusCode.Unknown, code);
            }
        }
    }

    // What changes something is asked in a way that changes nothing: the next caller finds what the one before did.
    private static IMessage RequestOf(Room room, string method, Session session, string own)
    {
        var enrolment = $"{session.Name}/enrolments/{own.Split('/')[1]}";
        return method switch
        {
            "UpdateCourse" => new UpdateCourseRequest { Course = With(ACourse(), course => course.Etag = "\"0\""), RequestId = NewId() },
            "PublishCourse" => new PublishCourseRequest { Name = CourseName, Etag = "\"0\"", RequestId = NewId() },
            "ArchiveCourse" => new ArchiveCourseRequest { Name = CourseName, Etag = "\"0\"", RequestId = NewId() },
            "GetCourse" => new GetCourseRequest { Name = CourseName },
            "CreateSession" => new CreateSessionRequest { Session = room.ASession(5), RequestId = NewId() },
            "UpdateSession" => new UpdateSessionRequest { Session = With(room.ASession(5), wanted => (wanted.Name, wanted.Etag) = (session.Name, "\"0\"")), RequestId = NewId() },
            "OpenSession" => new OpenSessionRequest { Name = session.Name, Etag = "\"0\"", RequestId = NewId() },
            "CancelSession" => new CancelSessionRequest { Name = session.Name, Etag = "\"0\"", Reason = "Grève.", RequestId = NewId() },
            "CloseSession" => new CloseSessionRequest { Name = session.Name, RequestId = NewId() },
            "RecordAttendance" => new RecordAttendanceRequest { Session = session.Name, HalfDay = 1, Method = AttendanceMethod.Tablet, Persons = { new PersonAttendance { Professional = own, Presence = Presence.Present } }, RequestId = NewId() },
            "DownloadSignInSheet" => new DownloadSignInSheetRequest { Session = session.Name, HalfDay = 1 },
            "GetSession" => new GetSessionRequest { Name = session.Name },
            "ListEnrolments" => new ListEnrolmentsRequest { Session = session.Name },
            "Enrol" => new EnrolRequest { Session = session.Name, Professional = own, RequestId = NewId() },
            "ApproveEnrolment" => new ApproveEnrolmentRequest { Name = enrolment, RequestId = NewId() },
            "RefuseEnrolment" => new RefuseEnrolmentRequest { Name = enrolment, Reason = "Non.", RequestId = NewId() },
            "WithdrawEnrolment" => new WithdrawEnrolmentRequest { Name = enrolment, RequestId = NewId() },
            "Evaluate" => new EvaluateRequest { Name = enrolment, Evaluation = new() { Note = 3 }, RequestId = NewId() },
            "DownloadCertificate" => new DownloadCertificateRequest { Name = enrolment },
            "VerifyCertificate" => new VerifyCertificateRequest { Code = "7K3F-9QXM-2DTP" },
            "ReadCalendar" => new ReadCalendarRequest { Session = session.Name },
            "CreateCalendarFeed" => new CreateCalendarFeedRequest { RequestId = NewId() },
            _ => new ListSessionsRequest(),
        };
    }

    private static T With<T>(T message, Action<T> change)
    {
        change(message);
        return message;
    }
}
