using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using Reseau.Load;
using Reseau.Training.V1;

namespace Reseau.Benchmarks.Running;

/// <summary>What the information system of caf-35 asks of trainings, through the gateway: it plans the sessions and enrols its people in all of them.</summary>
internal sealed class EnrolmentCalls : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly GrpcChannel _channel;
    private readonly Metadata _caf;
    private readonly List<CourseSession> _sessions = [];
    private readonly ConcurrentBag<string> _people = [];

    private EnrolmentCalls(Uri gateway, string caf)
    {
        _channel = GrpcChannel.ForAddress(gateway, new() { HttpHandler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true }, DisposeHttpClient = true });
        _caf = new() { { "Authorization", $"Bearer {caf}" } };
    }

    private SessionsService.SessionsServiceClient Client => new(_channel);

    public static async Task<EnrolmentCalls> OfAsync(LocalEdition edition, CancellationToken cancellation) =>
        new(edition.Gateway, await SignIn.AsAsync("si-caf-35", edition.Web, cancellation));

    /// <summary>Plans and opens the sessions, each at an hour of its own, and records the people.</summary>
    public async Task PrepareAsync(int sessions, int people, int seats, int callers, CancellationToken cancellation)
    {
        var courses = new CoursesService.CoursesServiceClient(_channel);
        var course = new Course { Name = "courses/mesure", Title = "Mesure", Objectives = { "Mesurer" }, HalfDays = 1, Modality = Modality.Remote, MaxSeats = seats };
        await courses.CreateCourseAsync(new() { Course = course, RequestId = NewId() }, Options(cancellation));
        await courses.PublishCourseAsync(new() { Name = course.Name, RequestId = NewId() }, Options(cancellation));
        var start = new DateTimeOffset(DateTime.UtcNow.Date.AddDays(30), TimeSpan.Zero).AddHours(8);
        for (var number = 0; number < sessions; number++)
        {
            var halfDay = new HalfDay { StartTime = start.AddDays(number).ToTimestamp(), EndTime = start.AddDays(number).AddHours(3).ToTimestamp() };
            var planned = await Client.CreateSessionAsync(new() { Session = new() { Course = course.Name, HalfDays = { halfDay } }, RequestId = NewId() }, Options(cancellation));
            _sessions.Add(await Client.OpenSessionAsync(new() { Name = planned.Name, RequestId = NewId() }, Options(cancellation)));
        }
        var professionals = new ProfessionalsService.ProfessionalsServiceClient(_channel);
        await Parallel.ForAsync(0, people, new ParallelOptions { MaxDegreeOfParallelism = callers, CancellationToken = cancellation }, async (number, token) =>
        {
            var person = await professionals.CreateProfessionalAsync(
                new() { Professional = new() { LastName = $"Mesure {number}", FirstName = "Dominique", Function = Function.SocialWorker }, RequestId = NewId() }, Options(token));
            _people.Add(person.Name);
        });
    }

    /// <summary>Enrols everybody in every session.</summary>
    /// <returns>How many calls failed.</returns>
    public async Task<int> EnrolAllAsync(int callers, CancellationToken cancellation)
    {
        var failed = 0;
        var wanted = _people.SelectMany(person => _sessions.Select(session => (Session: session.Name, Person: person)));
        await Parallel.ForEachAsync(wanted, new ParallelOptions { MaxDegreeOfParallelism = callers, CancellationToken = cancellation }, async (one, token) =>
        {
            try
            {
                await Client.EnrolAsync(new() { Session = one.Session, Professional = one.Person, RequestId = NewId() }, Options(token));
            }
            catch (RpcException)
            {
                Interlocked.Increment(ref failed);
            }
        });
        return failed;
    }

    /// <summary>Seats that were given more often than they are there: counted by person, not by what the session says of itself.</summary>
    public async Task<int> OversellAsync(CancellationToken cancellation)
    {
        var oversell = 0;
        foreach (var session in _sessions)
        {
            var (seated, token) = (0, "");
            do
            {
                var page = await Client.ListEnrolmentsAsync(new() { Session = session.Name, PageSize = 200, PageToken = token, States = { Enrolment.Types.State.Enrolled } }, Options(cancellation));
                seated += page.Enrolments.Count;
                token = page.NextPageToken;
            }
            while (token.Length > 0);
            oversell += Math.Max(0, seated - session.MaxSeats);
        }
        return oversell;
    }

    public void Dispose() => _channel.Dispose();

    private CallOptions Options(CancellationToken cancellation) => new(_caf, DateTime.UtcNow + Patience, cancellation);

    private static string NewId() => Guid.NewGuid().ToString();
}
