using System.Globalization;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Access;
using Reseau.Hosting.Contracts;
using Reseau.Kernel;
using Reseau.Kernel.Calendar;
using Reseau.Training.Domain.Sessions;
using Reseau.Training.Views;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>Showing and listing sessions and enrolments.</summary>
internal sealed partial class SessionsEndpoint
{
    public override async Task<Contract.CourseSession> GetSession(Contract.GetSessionRequest request, ServerCallContext context)
    {
        var (violations, caller, cancellation) = (new Violations(), Caller.Of(context), context.CancellationToken);
        var name = Name(request.Name, "name", violations);
        violations.ThrowIfAny();
        if (await store.FindAsync(name, long.MaxValue, cancellation) is not { } session || !SessionReach.Sees(caller, session)) throw Caller.NotAllowed();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return SessionMapper.ToMessage(session, caller, (await SeatsOfAsync(db, caller, [name], cancellation)).Count > 0, Now);
    }

    public override async Task<Contract.ListSessionsResponse> ListSessions(Contract.ListSessionsRequest request, ServerCallContext context)
    {
        var (violations, caller, cancellation) = (new Violations(), Caller.Of(context), context.CancellationToken);
        if (request.States.Any(state => state == Contract.CourseSession.Types.State.Unspecified || !Enum.IsDefined(state)))
            violations.Add("states", "UNKNOWN_VALUE", "A state is not in the list.", "Un état n'est pas dans la liste.");
        var asked = new SessionQuestion(caller.Institution)
        {
            Course = request.Course.Length == 0 ? "" : ResourceName.Parse(request.Course, "courses", "course", violations).ToString(),
            From = violations.Day("from", request.From) ?? FrenchDay.Of(Now),
            Until = violations.Day("until", request.Until),
            States = [.. request.States.Select(state => (SessionState)state).Distinct().Order()],
            WithFreeSeats = request.WithFreeSeats,
            Own = request.Own,
        };
        violations.ThrowIfAny();
        // The day it was first asked is part of the token: a page after midnight goes on where the first one began.
        var question = $"sessions/{asked.Question}";
        var after = Paging.Read(request.PageToken, question, parts: 3,
            token => (From: DateOnly.FromDayNumber(int.Parse(token[0], CultureInfo.InvariantCulture)), Position: new SessionPosition(ReadInstant(token[1]), token[2])));
        var (start, size) = (after.Position is null ? asked.From : after.From, Paging.Size(request.PageSize));
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var page = await SessionPages.ReadAsync(db, asked with { From = start }, after.Position, size, cancellation);

        var answer = new Contract.ListSessionsResponse();
        if (page.Count > size)
        {
            page.RemoveAt(size);
            answer.NextPageToken = Paging.Token(question, start.DayNumber.ToString(CultureInfo.InvariantCulture), Instant(page[^1].StartAt), page[^1].Name);
        }
        var seats = await SeatsOfAsync(db, caller, [.. page.Select(row => row.Name)], cancellation);
        var now = Now;
        answer.Sessions.AddRange(page.Select(row => SessionMapper.ToMessage(SessionView.Read(row), caller, seats.Contains(row.Name), now)));
        return answer;
    }

    public override async Task<Contract.ListEnrolmentsResponse> ListEnrolments(Contract.ListEnrolmentsRequest request, ServerCallContext context)
    {
        var (violations, caller, cancellation) = (new Violations(), Caller.Of(context), context.CancellationToken);
        var name = Name(request.Session, "session", violations);
        if (request.States.Any(state => state == Contract.Enrolment.Types.State.Unspecified || !Enum.IsDefined(state)))
            violations.Add("states", "UNKNOWN_VALUE", "A state is not in the list.", "Un état n'est pas dans la liste.");
        violations.ThrowIfAny();
        if (await store.FindAsync(name, long.MaxValue, cancellation) is not { } session || !SessionReach.Sees(caller, session)) throw Caller.NotAllowed();
        var only = SessionReach.SeesEveryone(caller, session) ? null : caller.Institution;
        EnrolmentState[] states = [.. request.States.Select(state => (EnrolmentState)state).Distinct().Order()];
        var question = $"enrolments/{name}/{only}/{string.Join(',', states)}";
        var (after, size) = (Paging.Read(request.PageToken, question, parts: 2), Paging.Size(request.PageSize));
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var page = await EnrolmentPages.OfSessionAsync(db, name, only, states, after, size, cancellation);
        return await AnswerAsync(db, page, size, last => Paging.Token(question, last.PlainName, last.Row.Professional), caller, cancellation);
    }

    public override async Task<Contract.ListEnrolmentsResponse> ListOwnEnrolments(Contract.ListOwnEnrolmentsRequest request, ServerCallContext context)
    {
        var (caller, cancellation) = (Caller.Of(context), context.CancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        // Who has no record yet has no trainings either.
        if (await ProfessionalStore.OwnAsync(db, caller, cancellation) is not { } own) return new();
        var question = $"enrolments/{own}";
        var after = Paging.Read(request.PageToken, question, parts: 4, token => (Turn: ReadInstant(token[0]), Position: new OwnPosition(token[1] == "past", ReadInstant(token[2]), token[3])));
        var (turn, size) = (after.Position is null ? Now : after.Turn, Paging.Size(request.PageSize));
        var page = await EnrolmentPages.OfPersonAsync(db, own, turn, after.Position, size, cancellation);
        return await AnswerAsync(db, page, size, last => Paging.Token(question, Instant(turn), last.Row.EndAt < turn ? "past" : "coming", Instant(last.Row.StartAt), last.Row.Session), caller, cancellation);
    }

    public override async Task<Contract.ListEnrolmentsResponse> ListRequestedEnrolments(Contract.ListRequestedEnrolmentsRequest request, ServerCallContext context)
    {
        var (caller, cancellation) = (Caller.Of(context), context.CancellationToken);
        var question = $"requested/{caller.Institution}";
        var after = Paging.Read(request.PageToken, question, parts: 3, token => ((DateTimeOffset, string, string)?)(ReadInstant(token[0]), token[1], token[2]));
        var size = Paging.Size(request.PageSize);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var page = await EnrolmentPages.RequestedAsync(db, caller.Institution, after, size, cancellation);
        return await AnswerAsync(db, page, size, last => Paging.Token(question, Instant(last.Row.CreatedAt), last.Row.Session, last.Row.Professional), caller, cancellation);
    }

    private async Task<Contract.ListEnrolmentsResponse> AnswerAsync(
        TrainingDb db, List<EnrolmentLine> page, int size, Func<EnrolmentLine, string> token, Caller caller, CancellationToken cancellation)
    {
        var answer = new Contract.ListEnrolmentsResponse();
        if (page.Count > size)
        {
            page.RemoveAt(size);
            answer.NextPageToken = token(page[^1]);
        }
        answer.Enrolments.AddRange(await EnrolmentReader.ToMessagesAsync(db, page.ConvertAll(line => line.Row), caller, Now, cancellation));
        return answer;
    }

    /// <summary>In which of these sessions the caller has a seat.</summary>
    private static async Task<HashSet<string>> SeatsOfAsync(TrainingDb db, Caller caller, string[] sessions, CancellationToken cancellation)
    {
        if (caller.Subject.Length == 0 || await ProfessionalStore.OwnAsync(db, caller, cancellation) is not { } own) return [];
        return await db.Enrolments.Where(row => row.Professional == own && row.State == EnrolmentState.Enrolled && EF.Parameter(sessions).Contains(row.Session))
            .Select(row => row.Session).ToHashSetAsync(StringComparer.Ordinal, cancellation);
    }

    private static string Instant(DateTimeOffset at) => at.UtcTicks.ToString(CultureInfo.InvariantCulture);

    private static DateTimeOffset ReadInstant(string ticks) => new(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero);
}
