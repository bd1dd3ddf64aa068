using System.Buffers.Text;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Reseau.Hosting.Log;
using Reseau.Kernel.Calendar;
using Reseau.Testing;
using Reseau.Testing.Databases;
using Reseau.Testing.Hosts;
using Reseau.Training.Domain.Professionals;
using Reseau.Training.V1;
using Reseau.Training.Views;
using static Reseau.Training.Tests.Rpc.Network;
using Date = Google.Type.Date;

namespace Reseau.Training.Tests.Sessions;

/// <summary>The service with a course of arcs-rennes, and people of other institutions who may be enrolled in its sessions.</summary>
internal sealed class Room : IAsyncDisposable
{
    public const string CourseName = "courses/demarches";

    private Room(TrainingHost host, TestClock clock) => (Host, Clock) = (host, clock);

    public TrainingHost Host { get; }

    public TestClock Clock { get; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>Nine in the morning in Paris, two weeks ahead.</summary>
    public DateTimeOffset Start => FrenchPlace.Of(null).At(FrenchDay.Of(Now).AddDays(14), new(9, 0));

    public static async Task<Room> OpenAsync(DatabaseProvider provider = default, bool needsApproval = false, Action<Course>? adjust = null)
    {
        var (host, clock) = await StartedAsync(provider);
        var room = new Room(host, clock);
        var course = ACourse(needsApproval);
        adjust?.Invoke(course);
        var courses = await host.CoursesAsync(Paul);
        await courses.CreateCourseAsync(new() { Course = course, RequestId = NewId() });
        await courses.PublishCourseAsync(new() { Name = CourseName, RequestId = NewId() });
        return room;
    }

    public static Course ACourse(bool needsApproval = false) => new()
    {
        Name = CourseName, Title = "Accompagner une démarche en ligne", Provider = "Emmaüs Connect", Objectives = { "Accompagner sans faire à la place" },
        HalfDays = 2, Modality = Modality.OnSite, MinSeats = 2, MaxSeats = 10, SeatCostCents = 12_000, NeedsApproval = needsApproval,
    };

    /// <summary>A session of two mornings.</summary>
    public CourseSession ASession(int seats, params SeatReservation[] kept)
    {
        var session = new CourseSession { Course = CourseName, MaxSeats = seats, Trainers = { "Paul Rozé (ARCS)" }, Notes = "Apporter son ordinateur.", SeatCostCents = 12_000 };
        session.HalfDays.AddRange(((int[])[0, 1]).Select(day => Morning(Start.AddDays(day))));
        session.Reservations.AddRange(kept);
        return session;
    }

    public static HalfDay Morning(DateTimeOffset start) => new()
    {
        StartTime = start.ToTimestamp(), EndTime = start.AddHours(3).ToTimestamp(), Place = "Maison des associations; salle 2, Rennes", Link = "https://visio.example.org/demarches",
    };

    public SeatReservation Kept(string institution, int seats, int days) =>
        new() { Institution = $"institutions/{institution}", Seats = seats, ReleaseDate = ToDate(FrenchDay.Of(Now).AddDays(days)) };

    /// <summary>Moves the clock on to an instant.</summary>
    public void AdvanceTo(DateTimeOffset at) => Clock.Advance(at - Now);

    /// <summary>Plans a session and opens it.</summary>
    public async Task<CourseSession> OpenedAsync(int seats, params SeatReservation[] kept) => await OpenedAsync(ASession(seats, kept));

    public async Task<CourseSession> OpenedAsync(CourseSession session)
    {
        var paul = await Host.SessionsAsync(Paul);
        var planned = await paul.CreateSessionAsync(new() { Session = session, RequestId = NewId() });
        return await paul.OpenSessionAsync(new() { Name = planned.Name, RequestId = NewId() });
    }

    /// <summary>Records people, straight in the log: how that is done is not what these tests are about.</summary>
    public async Task<string[]> PeopleAsync(string institution, int count, string? permanences = null)
    {
        var names = Enumerable.Range(0, count).Select(_ => $"professionals/{Guid.NewGuid():N}").ToArray();
        await RecordAsync(async (unit, cancellation) =>
        {
            var last = default(StreamVersion);
            foreach (var (index, name) in names.Index()) last = await AddAsync(unit, name, institution, $"Nom{index:D3}", subject: null, permanences ?? "", cancellation);
            return last;
        });
        return names;
    }

    /// <summary>Records the person of an account.</summary>
    public async Task<string> PersonAsync(string institution, string account, string lastName = "Compte")
    {
        var token = await (await TestIdentity.SharedAsync()).TokenAsync(account);
        var subject = JsonDocument.Parse(Base64Url.DecodeFromChars(token.Split('.')[1])).RootElement.GetProperty("sub").GetString()!;
        var name = $"professionals/{Guid.NewGuid():N}";
        await RecordAsync((unit, cancellation) => AddAsync(unit, name, institution, lastName, subject, "", cancellation));
        return name;
    }

    public async Task<Enrolment> EnrolAsync(string account, CourseSession session, string professional) =>
        await (await Host.SessionsAsync(account)).EnrolAsync(new() { Session = session.Name, Professional = professional, RequestId = NewId() });

    public async Task<CourseSession> SeenAsync(string account, CourseSession session) => await (await Host.SessionsAsync(account)).GetSessionAsync(new() { Name = session.Name });

    public static Date ToDate(DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };

    public static async Task RefusedAsync<T>(string reason, AsyncUnaryCall<T> call)
    {
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.Equal(reason, Testing.Contracts.EveryMethod.ErrorInfoOf(failure).Reason);
    }

    public static async Task<byte[]> FileAsync(AsyncServerStreamingCall<TrainingFileChunk> call)
    {
        using (call)
        {
            using var file = new MemoryStream();
            await foreach (var chunk in call.ResponseStream.ReadAllAsync())
            {
                Assert.InRange(chunk.Data.Length, 1, 64 * 1024);
                chunk.Data.WriteTo(file);
            }
            return file.ToArray();
        }
    }

    public async ValueTask DisposeAsync() => await Host.DisposeAsync();

    private async Task RecordAsync(Func<LogUnit<TrainingDb>, CancellationToken, Task<StreamVersion>> record) =>
        await Host.Services.GetRequiredService<CommandLog<TrainingDb>>().ExecuteAsync(new("", "", NewId(), [], "", Now), record, CancellationToken.None);

    private static Task<StreamVersion> AddAsync(LogUnit<TrainingDb> unit, string name, string institution, string lastName, string? subject, string permanences, CancellationToken cancellation)
    {
        unit.Db.Persons.Add(new() { Professional = name, LastName = lastName, FirstName = "Dominique", Email = "", Subject = subject });
        return unit.AppendAsync(name, 0, [new ProfessionalRecorded(institution, new(Reseau.Training.Domain.Professionals.Function.ReceptionAgent, [], Arrival: null, Departure: null, permanences))], cancellation);
    }
}
