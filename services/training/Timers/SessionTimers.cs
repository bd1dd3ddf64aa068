using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Hosting.Timers;
using Reseau.Kernel;
using Reseau.Training.Domain.Sessions;
using Reseau.Training.Rpc;
using Reseau.Training.Views;

namespace Reseau.Training.Timers;

/// <summary>What time does to sessions: who has a seat is reminded, seats that were kept go to those who wait, and they begin.</summary>
internal sealed class SessionTimers : ITrainingTimers
{
    /// <inheritdoc />
    public string Collection => "sessions";

    /// <inheritdoc />
    public async Task<IReadOnlyList<DueTimer>> DueAsync(TrainingDb db, DateTimeOffset now, int most, CancellationToken cancellation)
    {
        DateTimeOffset? until = now;
        var due = await db.Sessions.Where(row => row.DueAt <= until).OrderBy(row => row.DueAt).Take(most)
            .Select(row => new { row.Name, row.Version, row.TimerKind, row.DueAt }).ToListAsync(cancellation);
        return due.ConvertAll(row => new DueTimer(row.Name, row.Version, EnumNames.Of(row.TimerKind!.Value), row.DueAt!.Value));
    }

    /// <inheritdoc />
    public Task<DateTimeOffset?> NextAsync(TrainingDb db, CancellationToken cancellation) =>
        db.Sessions.Where(row => row.DueAt != null).OrderBy(row => row.DueAt).Select(row => row.DueAt).FirstOrDefaultAsync(cancellation);

    /// <inheritdoc />
    public async Task<StreamVersion> RingAsync(LogUnit<TrainingDb> unit, DueTimer timer, CancellationToken cancellation)
    {
        var desk = await SessionDesk.FindAsync(unit, timer.Stream, cancellation) ?? throw new InvalidOperationException($"{timer.Stream} has a timer and no row.");
        await desk.AppendAsync(SessionDeadlines.Ring(desk.Session, unit.Command.Now).EventsOrThrow(), cancellation);
        await desk.ServeAsync(cancellation);
        return desk.Result;
    }

    /// <inheritdoc />
    public async Task PostponeAsync(TrainingDb db, DueTimer timer, DateTimeOffset until, CancellationToken cancellation)
    {
        if (await db.Sessions.FindAsync([timer.Stream], cancellation) is { } row && row.Version == timer.Version) row.DueAt = until;
    }
}
