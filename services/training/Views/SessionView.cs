using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Training.Domain.Professionals;
using Reseau.Training.Domain.Sessions;

namespace Reseau.Training.Views;

/// <summary>Keeps every session with its seats counted and what time does to it next, and every enrolment in a row of its own.</summary>
public sealed class SessionView : View<TrainingDb>
{
    /// <inheritdoc />
    public override async Task ApplyAsync(TrainingDb db, RecordedEvent recorded, CancellationToken cancellation)
    {
        if (recorded.Body is ProfessionalErased) await ForgetAsync(db, recorded.Stream, cancellation);
        if (recorded.Body is not SessionEvent happened) return;
        var row = happened is SessionPlanned ? null : await db.Sessions.FindAsync([recorded.Stream], cancellation);
        var before = row is null ? null : Read(row);
        var next = Session.Evolve(before, recorded.Stream, recorded.Version, recorded.OccurredAt, happened);
        if (row is null) db.Sessions.Add(row = new() { Name = next.Name, Institution = next.Institution, Course = next.Course.Name, Body = "" });
        Keep(row, next);
        await KeepSeatsAsync(db, before, next, cancellation);
        await KeepEnrolmentsAsync(db, before, next, recorded, happened, cancellation);
    }

    /// <inheritdoc />
    public override async Task ClearAsync(TrainingDb db, CancellationToken cancellation)
    {
        await db.Sessions.ExecuteDeleteAsync(cancellation);
        await db.KeptSeats.ExecuteDeleteAsync(cancellation);
        await db.Enrolments.ExecuteDeleteAsync(cancellation);
        await db.SeatUses.ExecuteDeleteAsync(cancellation);
    }

    /// <summary>The session of a row.</summary>
    public static Session Read(SessionRow row) => RowJson.Read<Session>(row.Body);

    private static void Keep(SessionRow row, Session next)
    {
        var timer = SessionDeadlines.Next(next);
        (row.Version, row.State, row.Opened, row.Body) = (next.Version, next.State, next.OpenedAt is not null, RowJson.Write(next));
        (row.StartAt, row.EndAt, row.CostCents) = (next.Content.StartAt, next.Content.EndAt, next.Content.SeatCostCents);
        (row.MaxSeats, row.SeatsTaken, row.SeatsFree, row.Waiting) = (next.Content.MaxSeats, next.Seats.Taken, next.FreeForAll, next.Seats.Waiting);
        (row.TimerKind, row.DueAt) = (timer?.Kind, timer?.DueAt);
    }

    private static async Task KeepSeatsAsync(TrainingDb db, Session? before, Session next, CancellationToken cancellation)
    {
        var concerned = (before?.Content.Reservations ?? []).Concat(next.Content.Reservations).Select(kept => kept.Institution).Distinct(StringComparer.Ordinal);
        foreach (var institution in concerned)
        {
            var (was, unused) = (before?.UnusedOf(institution) ?? 0, next.UnusedOf(institution));
            if (was == unused) continue;
            var row = was == 0 ? null : await db.KeptSeats.FindAsync([next.Name, institution], cancellation);
            if (unused == 0) db.KeptSeats.Remove(row!);
            else if (row is null) db.KeptSeats.Add(new() { Session = next.Name, Institution = institution, Unused = unused });
            else row.Unused = unused;
        }
    }

    private static async Task KeepEnrolmentsAsync(TrainingDb db, Session? before, Session next, RecordedEvent recorded, SessionEvent happened, CancellationToken cancellation)
    {
        switch (happened)
        {
            // Of who never asked there is no row to look for: that question would be half the work of an enrolment.
            case EnrolmentAsked { From: null } asked:
                var row = new EnrolmentRow { Session = next.Name, Professional = asked.Professional, Institution = asked.Institution, StartAt = next.Content.StartAt, EndAt = next.Content.EndAt, Presences = "" };
                row.Keep(Enrolment.Evolve(current: null, next.Name, asked.Professional, recorded.Version, recorded.OccurredAt, asked)!);
                db.Enrolments.Add(row);
                break;
            case EnrolmentMoved { Professional: var one }:
                Take((await db.Enrolments.FindAsync([next.Name, one], cancellation))!, recorded, happened);
                break;
            case EvaluationGiven { Professional: var one }:
                Take((await db.Enrolments.FindAsync([next.Name, one], cancellation))!, recorded, happened);
                break;
            case SessionRevised when before!.Content.StartAt != next.Content.StartAt || before.Content.EndAt != next.Content.EndAt:
                foreach (var moved in await AllAsync(db, next.Name, cancellation)) (moved.StartAt, moved.EndAt) = (next.Content.StartAt, next.Content.EndAt);
                break;
            case AttendanceRecorded { Persons: var persons }:
                foreach (var each in await TheseAsync(db, next.Name, [.. persons.Select(person => person.Professional)], cancellation)) Take(each, recorded, happened);
                break;
            case SessionCancelled or SessionBegun or SessionClosed:
                var all = await AllAsync(db, next.Name, cancellation);
                foreach (var each in all) Take(each, recorded, happened);
                if (happened is SessionClosed) db.SeatUses.AddRange(UsesOf(next, all));
                break;
        }
    }

    private static IEnumerable<SeatUseRow> UsesOf(Session closed, IEnumerable<EnrolmentRow> enrolments) => enrolments.GroupBy(row => (row.Institution, row.State)).Select(same => new SeatUseRow
    {
        Session = closed.Name, Institution = same.Key.Institution, State = same.Key.State, Course = closed.Course.Name, StartAt = closed.Content.StartAt,
        Persons = same.Count(), CostCents = same.Count() * closed.Content.SeatCostCents,
    });

    private static void Take(EnrolmentRow row, RecordedEvent recorded, SessionEvent happened) =>
        row.Keep(Enrolment.Evolve(row.ToEnrolment(), row.Session, row.Professional, recorded.Version, recorded.OccurredAt, happened)!);

    // With those that this command has changed and not saved yet.
    private static async Task<List<EnrolmentRow>> AllAsync(TrainingDb db, string session, CancellationToken cancellation)
    {
        await db.Enrolments.Where(row => row.Session == session).LoadAsync(cancellation);
        return [.. db.Enrolments.Local.Where(row => row.Session == session)];
    }

    private static async Task<List<EnrolmentRow>> TheseAsync(TrainingDb db, string session, string[] professionals, CancellationToken cancellation) =>
        await db.Enrolments.Where(row => row.Session == session && EF.Parameter(professionals).Contains(row.Professional)).ToListAsync(cancellation);

    // What they said goes with who they were, and so does the address of their calendar.
    private static async Task ForgetAsync(TrainingDb db, string professional, CancellationToken cancellation)
    {
        await db.EnrolmentWords.Where(words => words.Professional == professional).ExecuteDeleteAsync(cancellation);
        await db.CalendarFeeds.Where(feed => feed.Professional == professional).ExecuteDeleteAsync(cancellation);
    }
}
