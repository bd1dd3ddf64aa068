using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Hosting.Timers;
using Reseau.Training.Domain.Habilitations;
using Reseau.Training.Rpc;
using Reseau.Training.Views;

namespace Reseau.Training.Timers;

/// <summary>What time does to habilitations: they begin, their end comes near and is said, they lapse.</summary>
internal sealed class ProfessionalTimers : ITrainingTimers
{
    /// <inheritdoc />
    public string Collection => "professionals";

    /// <inheritdoc />
    public async Task<IReadOnlyList<DueTimer>> DueAsync(TrainingDb db, DateTimeOffset now, int most, CancellationToken cancellation)
    {
        DateTimeOffset? until = now;
        var due = await db.Professionals.Where(row => row.DueAt <= until).OrderBy(row => row.DueAt).Take(most)
            .Select(row => new { row.Name, row.Version, row.DueAt }).ToListAsync(cancellation);
        return due.ConvertAll(row => new DueTimer(row.Name, row.Version, "habilitations", row.DueAt!.Value));
    }

    /// <inheritdoc />
    public Task<DateTimeOffset?> NextAsync(TrainingDb db, CancellationToken cancellation) =>
        db.Professionals.Where(row => row.DueAt != null).OrderBy(row => row.DueAt).Select(row => row.DueAt).FirstOrDefaultAsync(cancellation);

    /// <inheritdoc />
    public async Task<StreamVersion> RingAsync(LogUnit<TrainingDb> unit, DueTimer timer, CancellationToken cancellation)
    {
        var name = timer.Stream;
        var current = ProfessionalStore.Fold(name, await unit.ReadAsync(name, cancellation)) ?? throw new InvalidOperationException($"{name} has a timer and no history.");
        return await unit.AppendAsync(name, current.Version, HabilitationDeadlines.Ring(current, unit.Command.Now), cancellation);
    }

    /// <inheritdoc />
    public async Task PostponeAsync(TrainingDb db, DueTimer timer, DateTimeOffset until, CancellationToken cancellation)
    {
        if (await db.Professionals.FindAsync([timer.Stream], cancellation) is { } row && row.Version == timer.Version) row.DueAt = until;
    }
}
