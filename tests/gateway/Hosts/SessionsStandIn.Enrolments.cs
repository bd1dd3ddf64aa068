using System.Collections.Concurrent;
using Grpc.Core;
using Reseau.Training.V1;
using SeatState = Reseau.Training.V1.Enrolment.Types.State;

namespace Reseau.Gateway.Tests.Hosts;

// Who has a seat, who came, what it gave them.
public sealed partial class SessionsStandIn
{
    /// <summary>The secret of the feed that whoever calls gets.</summary>
    public const string Secret = "c0ffee00c0ffee00c0ffee00c0ffee00";

    /// <summary>Whether whoever calls is tied to a record.</summary>
    public Func<bool> HasRecord { get; set; } = () => true;

    /// <summary>What an enrolment becomes.</summary>
    public SeatState Becoming { get; set; } = SeatState.Enrolled;

    /// <summary>Session at the same hours as any other; empty for none.</summary>
    public string Overlapping { get; set; } = "";

    public ConcurrentQueue<RecordAttendanceRequest> Attendance { get; } = new();

    public EvaluateRequest LastEvaluation { get; private set; } = new();

    public override Task<Enrolment> Enrol(EnrolRequest request, ServerCallContext context)
    {
        if (!HasRecord()) throw Refusals.Of(StatusCode.PermissionDenied, "NOT_ALLOWED", "Vous n’avez pas de fiche.");
        if (Overlapping.Length > 0) throw WithFacts("ENROLMENT_OVERLAPS", "Une autre formation a lieu aux mêmes heures.", ("session", Overlapping));
        var professional = request.Professional == "professionals/me" ? Own : request.Professional;
        return Task.FromResult(Given(Find(request.Session), Becoming, "Quelqu’un", professional, null, "WithdrawEnrolment"));
    }

    public override Task<Enrolment> ApproveEnrolment(ApproveEnrolmentRequest request, ServerCallContext context) => Settle(request.Name, SeatState.Enrolled, "");

    public override Task<Enrolment> RefuseEnrolment(RefuseEnrolmentRequest request, ServerCallContext context)
    {
        if (request.Reason.Length == 0) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", ("reason", "Dites pourquoi."));
        return Settle(request.Name, SeatState.Refused, request.Reason);
    }

    public override Task<Enrolment> WithdrawEnrolment(WithdrawEnrolmentRequest request, ServerCallContext context) => Settle(request.Name, SeatState.Withdrawn, request.Reason);

    public override Task<RecordAttendanceResponse> RecordAttendance(RecordAttendanceRequest request, ServerCallContext context)
    {
        Attendance.Enqueue(request);
        if (request.Method == default) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", ("method", "Dites comment vous le savez."));
        var known = request.Persons.Where(person => _enrolments.ContainsKey(NameOf(request.Session, person.Professional)) && FindEnrolment(NameOf(request.Session, person.Professional)).DisplayName != "Partie depuis").ToList();
        foreach (var person in known)
        {
            var presences = FindEnrolment(NameOf(request.Session, person.Professional)).Presences;
            while (presences.Count < request.HalfDay) presences.Add(Presence.Unspecified);
            presences[request.HalfDay - 1] = person.Presence;
        }

        return Task.FromResult(new RecordAttendanceResponse { Recorded = known.Count, Unknown = { request.Persons.Except(known).Select(person => person.Professional) } });
    }

    public override Task<Enrolment> Evaluate(EvaluateRequest request, ServerCallContext context)
    {
        LastEvaluation = request;
        if (request.Evaluation.Note == 0) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", ("evaluation.note", "Choisissez une note."));
        return Task.FromResult(FindEnrolment(request.Name));
    }

    public override Task<ListEnrolmentsResponse> ListEnrolments(ListEnrolmentsRequest request, ServerCallContext context) =>
        Listed(enrolment => enrolment.Session.Name == request.Session && (request.States.Count == 0 || request.States.Contains(enrolment.State)));

    public override Task<ListEnrolmentsResponse> ListOwnEnrolments(ListOwnEnrolmentsRequest request, ServerCallContext context) =>
        HasRecord() ? Listed(enrolment => enrolment.Professional == Own) : throw Refusals.Of(StatusCode.PermissionDenied, "NOT_ALLOWED", "Vous n’avez pas de fiche.");

    public override Task<ListEnrolmentsResponse> ListRequestedEnrolments(ListRequestedEnrolmentsRequest request, ServerCallContext context) =>
        Listed(enrolment => enrolment.State == SeatState.Requested);

    public override Task DownloadCertificate(DownloadCertificateRequest request, IServerStreamWriter<TrainingFileChunk> responseStream, ServerCallContext context) =>
        FindEnrolment(request.Name).CertificateCode.Length == 0
            ? throw Refusals.Of(StatusCode.FailedPrecondition, "NOT_ATTENDED", "La formation n’a pas été suivie en entier.")
            : SendAsync(responseStream, "%PDF attestation");

    public override Task DownloadSignInSheet(DownloadSignInSheetRequest request, IServerStreamWriter<TrainingFileChunk> responseStream, ServerCallContext context) =>
        SendAsync(responseStream, $"%PDF feuille {request.HalfDay} de {Find(request.Session).Title}");

    public override Task<CheckCertificateResponse> CheckCertificate(CheckCertificateRequest request, ServerCallContext context)
    {
        var plain = request.Code.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        return Task.FromResult(string.Equals(plain, Code.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)
            ? new CheckCertificateResponse { Genuine = true, Course = "Accompagner sans faire à la place", Date = new() { Year = 2026, Month = 3, Day = 3 }, HalfDays = 2 }
            : new());
    }

    public override Task<CalendarFeed> CreateCalendarFeed(CreateCalendarFeedRequest request, ServerCallContext context) => HasRecord()
        ? Task.FromResult(new CalendarFeed { Secret = Secret })
        : throw Refusals.Of(StatusCode.PermissionDenied, "NOT_ALLOWED", "Vous n’avez pas de fiche.");

    public override Task<Calendar> ReadCalendar(ReadCalendarRequest request, ServerCallContext context) => request.Secret == Secret || (request.Session.Length > 0 && _sessions.ContainsKey(request.Session))
        ? Task.FromResult(new Calendar { Text = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n" })
        : throw Refusals.Of(StatusCode.PermissionDenied, "NOT_ALLOWED", "Non.");

    private Task<Enrolment> Settle(string name, SeatState state, string reason)
    {
        (FindEnrolment(name).State, FindEnrolment(name).Reason) = (state, reason);
        return Task.FromResult(FindEnrolment(name));
    }

    private Task<ListEnrolmentsResponse> Listed(Func<Enrolment, bool> so) =>
        Task.FromResult(new ListEnrolmentsResponse { Enrolments = { _enrolments.Values.Where(so).OrderBy(enrolment => enrolment.DisplayName, StringComparer.Ordinal) } });
}
