using System.Collections.Concurrent;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Reseau.Training.V1;
using SeatState = Reseau.Training.V1.Enrolment.Types.State;
using SessionState = Reseau.Training.V1.CourseSession.Types.State;

namespace Reseau.Gateway.Tests.Hosts;

/// <summary>Sessions and enrolments that tests put in, and enough of their rules for what the portal must explain.</summary>
public sealed partial class SessionsStandIn : SessionsService.SessionsServiceBase
{
    /// <summary>The record of whoever calls.</summary>
    public const string Own = "professionals/moi";

    /// <summary>The only code that was given.</summary>
    public const string Code = "7K3F-9QXM-2DTP";

    private readonly ConcurrentDictionary<string, CourseSession> _sessions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Enrolment> _enrolments = new(StringComparer.Ordinal);

    public ListSessionsRequest LastList { get; private set; } = new();

    public CourseSession LastPlanned { get; private set; } = new();

    public void Given(CourseSession session) => _sessions[session.Name] = session;

    public void Given(Enrolment enrolment) => _enrolments[enrolment.Name] = enrolment;

    /// <summary>A session that the CCAS organises, of two half-days on one date.</summary>
    public CourseSession Given(SessionState state, DateTimeOffset start, Action<CourseSession>? but = null, params string[] possible)
    {
        var session = new CourseSession
        {
            Name = $"sessions/{Guid.NewGuid():N}",
            Etag = "1",
            State = state,
            Institution = "institutions/ccas-rennes",
            Course = "courses/accompagner",
            Title = "Accompagner sans faire à la place",
            HalfDays = { Half(start, "structures/demo--ccas"), Half(start.AddHours(5), "Salle du Bosphore, 12 rue d’Espagne") },
            Modality = Modality.OnSite,
            Trainers = { "Paul Martin (ARCS)" },
            MinSeats = 4,
            MaxSeats = 12,
            SeatsTaken = 8,
            SeatsFreeForCaller = 4,
        };
        session.Possible.AddRange(possible);
        but?.Invoke(session);
        Given(session);
        return session;
    }

    /// <summary>Somebody's place in a session.</summary>
    public Enrolment Given(CourseSession session, SeatState state, string name, string professional = "", Action<Enrolment>? but = null, params string[] possible)
    {
        professional = professional.Length > 0 ? professional : $"professionals/{Guid.NewGuid():N}";
        var enrolment = new Enrolment
        {
            Name = NameOf(session.Name, professional),
            State = state,
            Session = session,
            Professional = professional,
            DisplayName = name,
            Institution = "institutions/ccas-rennes",
            CreateTime = Timestamp.FromDateTime(DateTime.UtcNow),
        };
        enrolment.Possible.AddRange(possible);
        but?.Invoke(enrolment);
        Given(enrolment);
        return enrolment;
    }

    public CourseSession Find(string name) => _sessions.TryGetValue(name, out var found) ? found : throw Refusals.Of(StatusCode.PermissionDenied, "NOT_ALLOWED", "Non.");

    public Enrolment FindEnrolment(string name) => _enrolments.TryGetValue(name, out var found) ? found : throw Refusals.Of(StatusCode.PermissionDenied, "NOT_ALLOWED", "Non.");

    /// <summary>Somebody else changed it.</summary>
    public void ChangeMeanwhile(string name) => Find(name).Etag = "9";

    public static string NameOf(string session, string professional) => $"{session}/enrolments/{professional.Split('/')[1]}";

    public override Task<CourseSession> GetSession(GetSessionRequest request, ServerCallContext context) => Task.FromResult(Find(request.Name));

    public override Task<ListSessionsResponse> ListSessions(ListSessionsRequest request, ServerCallContext context)
    {
        LastList = request;
        return Task.FromResult(new ListSessionsResponse
        {
            Sessions =
            {
                _sessions.Values.Where(session => request.Course.Length == 0 || session.Course == request.Course)
                    .Where(session => request.States.Count > 0 ? request.States.Contains(session.State) : session.State is SessionState.Open or SessionState.Draft)
                    .OrderBy(session => session.HalfDays.FirstOrDefault()?.StartTime.Seconds ?? 0),
            },
        });
    }

    public override Task<CourseSession> CreateSession(CreateSessionRequest request, ServerCallContext context)
    {
        Check(request.Session, request.RequestId);
        (request.Session.Name, request.Session.State, request.Session.Institution, request.Session.Etag) = ($"sessions/{Guid.NewGuid():N}", SessionState.Draft, "institutions/ccas-rennes", "1");
        return Keep(request.Session);
    }

    public override Task<CourseSession> UpdateSession(UpdateSessionRequest request, ServerCallContext context)
    {
        var session = Find(request.Session.Name);
        Check(request.Session, request.RequestId);
        Demand(session, request.Session.Etag);
        (request.Session.State, request.Session.Institution, request.Session.Title, request.Session.Etag) = (session.State, session.Institution, session.Title, session.Etag + "+");
        request.Session.Possible.AddRange(session.Possible);
        return Keep(request.Session);
    }

    public override Task<CourseSession> OpenSession(OpenSessionRequest request, ServerCallContext context) => Move(request.Name, request.Etag, session => session.State = SessionState.Open);

    public override Task<CourseSession> CancelSession(CancelSessionRequest request, ServerCallContext context)
    {
        if (request.Reason.Length == 0) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", ("reason", "Dites pourquoi."));
        return Move(request.Name, request.Etag, session => (session.State, session.CancelReason) = (SessionState.Cancelled, request.Reason));
    }

    public override Task<CourseSession> CloseSession(CloseSessionRequest request, ServerCallContext context)
    {
        var missing = _enrolments.Values.Count(enrolment => enrolment.Session.Name == request.Name && enrolment.State == SeatState.Enrolled && enrolment.Presences.Count == 0);
        if (missing > 0) throw WithFacts("ATTENDANCE_MISSING", "Toutes les présences ne sont pas dites.", ("missing", $"{missing}"));
        return Move(request.Name, request.Etag, session => session.State = SessionState.Closed);
    }

    private Task<CourseSession> Move(string name, string etag, Action<CourseSession> how)
    {
        Demand(Find(name), etag);
        how(Find(name));
        Find(name).Etag += "+";
        return Task.FromResult(Find(name));
    }

    private Task<CourseSession> Keep(CourseSession session)
    {
        LastPlanned = session;
        Given(session);
        return Task.FromResult(session);
    }

    private static void Demand(CourseSession session, string etag)
    {
        if (etag != session.Etag) throw Refusals.Of(StatusCode.Aborted, "STALE_ETAG", "La session a changé.");
    }

    private static void Check(CourseSession session, string requestId)
    {
        (string, string)[] wrong =
        [
            .. session.HalfDays.Count == 0 ? [("session.half_days", "Indiquez au moins une demi-journée.")] : ((string, string)[])[],
            .. session.HalfDays.Index().Where(half => half.Item.StartTime is null).Select(half => ($"session.half_days[{half.Index}].start_time", "Ce champ est obligatoire.")),
            .. session.HalfDays.Index().Where(half => half.Item.Place.Length == 0 && half.Item.Link.Length == 0).Select(half => ($"session.half_days[{half.Index}].place", "Indiquez le lieu de cette demi-journée.")),
            .. session.Reservations.Index().Where(kept => kept.Item.ReleaseDate is null).Select(kept => ($"session.reservations[{kept.Index}].release_date", "Indiquez le jour où ces places s’ouvrent à tous.")),
            .. requestId.Length == 0 ? [("request_id", "L’identifiant est obligatoire.")] : ((string, string)[])[],
        ];
        if (wrong.Length > 0) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", wrong);
    }

    private static HalfDay Half(DateTimeOffset start, string place) =>
        new() { StartTime = Timestamp.FromDateTimeOffset(start), EndTime = Timestamp.FromDateTimeOffset(start.AddHours(3)), Place = place };

    private static RpcException WithFacts(string reason, string french, params (string Key, string Value)[] facts)
    {
        var info = new Google.Rpc.ErrorInfo { Reason = reason, Domain = "test.reseau" };
        foreach (var (key, value) in facts) info.Metadata[key] = value;
        var status = new Google.Rpc.Status
        {
            Code = (int)StatusCode.FailedPrecondition,
            Message = reason,
            Details = { Any.Pack(info), Any.Pack(new Google.Rpc.LocalizedMessage { Locale = "fr", Message = french }) },
        };
        return new(new(StatusCode.FailedPrecondition, reason), new Metadata { { "grpc-status-details-bin", status.ToByteArray() } });
    }

    private static async Task SendAsync(IServerStreamWriter<TrainingFileChunk> stream, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        await stream.WriteAsync(new() { Data = ByteString.CopyFrom(bytes.AsSpan(0, 4)) });
        await stream.WriteAsync(new() { Data = ByteString.CopyFrom(bytes.AsSpan(4)) });
    }
}
