using System.Collections.Concurrent;
using Grpc.Core;
using Reseau.Training.V1;
using CourseSession = Reseau.Training.V1.Session;

namespace Reseau.Gateway.Tests.Hosts;

/// <summary>Sessions and enrolments that tests put in.</summary>
public sealed class SessionsStandIn : SessionsService.SessionsServiceBase
{
    private readonly ConcurrentDictionary<string, CourseSession> _sessions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Enrolment> _enrolments = new(StringComparer.Ordinal);

    public ListSessionsRequest LastList { get; private set; } = new();

    public void Given(CourseSession session) => _sessions[session.Name] = session;

    public void Given(Enrolment enrolment) => _enrolments[enrolment.Name] = enrolment;

    public CourseSession Find(string name) => _sessions.TryGetValue(name, out var found) ? found : throw Refusals.Of(StatusCode.PermissionDenied, "NOT_ALLOWED", "Non.");

    public override Task<CourseSession> GetSession(GetSessionRequest request, ServerCallContext context) => Task.FromResult(Find(request.Name));

    public override Task<ListSessionsResponse> ListSessions(ListSessionsRequest request, ServerCallContext context)
    {
        LastList = request;
        return Task.FromResult(new ListSessionsResponse { Sessions = { _sessions.Values.OrderBy(session => session.Name, StringComparer.Ordinal) } });
    }

    public override Task<ListEnrolmentsResponse> ListEnrolments(ListEnrolmentsRequest request, ServerCallContext context) =>
        Listed(enrolment => enrolment.Name.StartsWith($"{request.Session}/", StringComparison.Ordinal));

    public override Task<ListEnrolmentsResponse> ListOwnEnrolments(ListOwnEnrolmentsRequest request, ServerCallContext context) => Listed(_ => true);

    public override Task<ListEnrolmentsResponse> ListRequestedEnrolments(ListRequestedEnrolmentsRequest request, ServerCallContext context) =>
        Listed(enrolment => enrolment.State == Enrolment.Types.State.Requested);

    private Task<ListEnrolmentsResponse> Listed(Func<Enrolment, bool> so) =>
        Task.FromResult(new ListEnrolmentsResponse { Enrolments = { _enrolments.Values.Where(so).OrderBy(enrolment => enrolment.Name, StringComparer.Ordinal) } });
}
