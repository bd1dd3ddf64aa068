using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Hosting.Timers;
using Reseau.Training.Campaigns;
using Reseau.Training.Domain.Campaigns;
using Reseau.Training.Views;

namespace Reseau.Training.Timers;

/// <summary>What time does to campaigns: they are over once their last day is.</summary>
internal sealed class CampaignTimers : ITrainingTimers
{
    /// <inheritdoc />
    public string Collection => "campaigns";

    /// <inheritdoc />
    public async Task<IReadOnlyList<DueTimer>> DueAsync(TrainingDb db, DateTimeOffset now, int most, CancellationToken cancellation)
    {
        DateTimeOffset? until = now;
        var due = await db.Campaigns.Where(row => row.DueAt <= until).OrderBy(row => row.DueAt).Take(most)
            .Select(row => new { row.Name, row.Version, row.DueAt }).ToListAsync(cancellation);
        return due.ConvertAll(row => new DueTimer(row.Name, row.Version, "end", row.DueAt!.Value));
    }

    /// <inheritdoc />
    public Task<DateTimeOffset?> NextAsync(TrainingDb db, CancellationToken cancellation) =>
        db.Campaigns.Where(row => row.DueAt != null).OrderBy(row => row.DueAt).Select(row => row.DueAt).FirstOrDefaultAsync(cancellation);

    /// <inheritdoc />
    public async Task<StreamVersion> RingAsync(LogUnit<TrainingDb> unit, DueTimer timer, CancellationToken cancellation)
    {
        var row = await unit.Db.Campaigns.FindAsync([timer.Stream], cancellation) ?? throw new InvalidOperationException($"{timer.Stream} has a timer and no row.");
        var current = CampaignView.Read(row);
        var answers = await AnswerBook.CountAsync(unit.Db, current, cancellation);
        return await unit.AppendAsync(current.Name, current.Version, CampaignDecider.Ring(current, answers, unit.Command.Now).EventsOrThrow(), cancellation);
    }

    /// <inheritdoc />
    public async Task PostponeAsync(TrainingDb db, DueTimer timer, DateTimeOffset until, CancellationToken cancellation)
    {
        if (await db.Campaigns.FindAsync([timer.Stream], cancellation) is { } row && row.Version == timer.Version) row.DueAt = until;
    }
}
