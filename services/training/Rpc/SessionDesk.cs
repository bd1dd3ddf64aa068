using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Training.Domain.Sessions;
using Reseau.Training.Views;

namespace Reseau.Training.Rpc;

/// <summary>
/// A session at work in one command. It is read from its row, where it is counted, and not from its history, where thousands may have enrolled: commands
/// of a service run one after the other, and what is read in one is still so when it commits.
/// </summary>
internal sealed class SessionDesk
{
    private readonly LogUnit<TrainingDb> _unit;
    private readonly List<RecordedEvent> _appended = [];

    private SessionDesk(LogUnit<TrainingDb> unit, Session session) => (_unit, Session) = (unit, session);

    /// <summary>The session, with what was appended.</summary>
    public Session Session { get; private set; }

    /// <summary>What the command led to.</summary>
    public StreamVersion Result => new(Session.Name, Session.Version) { Appended = _appended };

    private DateTimeOffset Now => _unit.Command.Now;

    /// <summary>Takes a session up; null when it does not exist.</summary>
    public static async Task<SessionDesk?> FindAsync(LogUnit<TrainingDb> unit, string name, CancellationToken cancellation) =>
        await SeatQueries.Of(unit.Db).Session(unit.Db, name, cancellation) is { } row ? new(unit, SessionView.Read(row)) : null;

    /// <summary>Appends what was decided.</summary>
    public async Task AppendAsync(IReadOnlyList<SessionEvent> events, CancellationToken cancellation)
    {
        if (events.Count == 0) return;
        var appended = (await _unit.AppendAsync(Session.Name, Session.Version, events, cancellation)).Appended;
        _appended.AddRange(appended);
        foreach (var recorded in appended) Session = Session.Evolve(Session, Session.Name, recorded.Version, recorded.OccurredAt, (SessionEvent)recorded.Body);
    }

    /// <summary>Frees the seats whose day has come, for those who wait first. A command on a seat begins with it.</summary>
    public async Task ReleaseAsync(CancellationToken cancellation)
    {
        var released = SessionDeadlines.Release(Session, Now).EventsOrThrow();
        await AppendAsync(released, cancellation);
        if (released.Count > 0) await ServeAsync(cancellation);
    }

    /// <summary>Gives the seats that are free to those who wait, in the order they came to wait. A command on a seat ends with it, so that no seat is free that somebody waits for.</summary>
    public async Task ServeAsync(CancellationToken cancellation)
    {
        while (Session.State == SessionState.Open && Session.Content.StartAt > Now && Session.Servable is { Count: > 0 } served)
        {
            // The database is asked who is first, and must know what this command did.
            await _unit.Db.SaveChangesAsync(cancellation);
            var (name, institutions) = (Session.Name, served.ToArray());
            var first = await _unit.Db.Enrolments.AsNoTracking()
                .Where(row => row.Session == name && row.State == EnrolmentState.Waiting && EF.Parameter(institutions).Contains(row.Institution))
                .OrderBy(row => row.WaitingOrder).Select(row => new { row.Professional, row.Institution }).FirstAsync(cancellation);
            await AppendAsync([EnrolmentDecider.GiveSeat(first.Professional, first.Institution)], cancellation);
        }
    }

    /// <summary>An enrolment with what was appended since it was read.</summary>
    /// <param name="enrolment">As it was read; null when there was none.</param>
    /// <param name="professional"><c>professionals/{professional}</c>.</param>
    /// <param name="read">How much had been appended by then.</param>
    public Enrolment After(Enrolment? enrolment, string professional, int read) => _appended.Skip(read).Aggregate(enrolment,
        (current, recorded) => Enrolment.Evolve(current, Session.Name, professional, recorded.Version, recorded.OccurredAt, (SessionEvent)recorded.Body))!;
}
