using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Access;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Training.Calendars;
using Reseau.Training.Domain.Sessions;
using Reseau.Training.Views;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>Calendars: the feed of a person, and that of a session.</summary>
internal sealed partial class SessionsEndpoint
{
    private const int SessionsOfAFeed = 300;
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(366);

    public override async Task<Contract.CalendarFeed> CreateCalendarFeed(Contract.CreateCalendarFeedRequest request, ServerCallContext context)
    {
        var (violations, caller) = (new Violations(), Caller.Of(context));
        Commands.RequireRequestId(request.RequestId, violations);
        violations.ThrowIfAny();
        var command = Commands.From(context, request, request.RequestId, clock);
        var secret = FeedSecret.New();
        if (await MakeFeedAsync(command, caller, secret, context.CancellationToken)) return new() { Secret = secret };
        // A retry: nobody knows the secret of the first call any more, whose answer was lost. It is made anew, under an id of our own.
        await MakeFeedAsync(command with { RequestId = $"{command.RequestId}/{Guid.CreateVersion7(command.Now):N}" }, caller, secret, context.CancellationToken);
        return new() { Secret = secret };
    }

    public override async Task<Contract.Calendar> ReadCalendar(Contract.ReadCalendarRequest request, ServerCallContext context)
    {
        var (violations, cancellation) = (new Violations(), context.CancellationToken);
        if (request.Secret.Length > 0 == request.Session.Length > 0) violations.Add("secret", "REQUIRED", "Either secret or session is required.", "Indiquez un calendrier.");
        var name = request.Session.Length > 0 ? Name(request.Session, "session", violations) : "";
        violations.ThrowIfAny();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return new() { Text = request.Secret.Length > 0 ? await OfPersonAsync(db, request.Secret, cancellation) : await OfSessionAsync(name, cancellation) };
    }

    /// <summary>Makes a secret the one that counts; false when the request was answered before.</summary>
    private async Task<bool> MakeFeedAsync(Command command, Caller caller, string secret, CancellationToken cancellation)
    {
        var made = false;
        await commands.ExecuteAsync(command, async (unit, token) =>
        {
            var own = await ProfessionalStore.OwnAsync(unit.Db, caller, token) ?? throw Caller.NotAllowed();
            var row = await unit.Db.CalendarFeeds.FindAsync([own], token);
            if (row is null) unit.Db.CalendarFeeds.Add(row = new() { Professional = own, SecretHash = "" });
            row.SecretHash = FeedSecret.HashOf(secret);
            made = true;
            // Nothing of it is in the log: that somebody reads their calendar is nobody's history.
            return new(own, 0);
        }, cancellation);
        return made;
    }

    private async Task<string> OfPersonAsync(TrainingDb db, string secret, CancellationToken cancellation)
    {
        var hash = FeedSecret.HashOf(secret);
        var own = await db.CalendarFeeds.Where(row => row.SecretHash == hash).Select(row => row.Professional).SingleOrDefaultAsync(cancellation) ?? throw Caller.NotAllowed();
        var since = Now - LookBack;
        // What was given back or refused leaves the calendar; what was cancelled stays in it, struck out.
        var rows = await db.Enrolments.AsNoTracking()
            .Where(row => row.Professional == own && row.StartAt > since
                && row.State != EnrolmentState.Withdrawn && row.State != EnrolmentState.Refused && row.State != EnrolmentState.NotServed)
            .OrderByDescending(row => row.StartAt).Take(SessionsOfAFeed).ToListAsync(cancellation);
        var names = rows.Select(row => row.Session).ToArray();
        var sessions = await db.Sessions.AsNoTracking().Where(row => EF.Parameter(names).Contains(row.Name)).ToDictionaryAsync(row => row.Name, SessionView.Read, StringComparer.Ordinal, cancellation);
        return TrainingCalendar.Write("Mes formations", rows.OrderBy(row => row.StartAt).ThenBy(row => row.Session, StringComparer.Ordinal).Select(row => new CalendarEntry(sessions[row.Session], row.ToEnrolment())));
    }

    private async Task<string> OfSessionAsync(string name, CancellationToken cancellation) =>
        await store.FindAsync(name, long.MaxValue, cancellation) is { OpenedAt: not null } session
            ? TrainingCalendar.Write(session.Course.Title, [new(session, Enrolment: null)])
            : throw Caller.NotAllowed();
}
