using System.Text;
using Dapr.Client;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Hosting.Messaging;
using Reseau.Hosting.Policies;
using Reseau.Training.Views;

namespace Reseau.Training.Habilitations;

/// <summary>
/// Says what each account holds where every application reads it: <c>habilitation:{subject}</c>. The sheet is the record; what is due is said as
/// soon as the state answers. After saying, the sheet is looked at again: whoever of several replicas says an older word then says the newer one.
/// When the state has lost what it was told (<see cref="BoardCursor"/>), every sheet is due again.
/// </summary>
public sealed partial class HabilitationBoard(
    LogReader<TrainingDb> log, ILogWriter<TrainingDb> writer, IDbContextFactory<TrainingDb> databases, LogSignal signal, DaprClient dapr, TimeProvider clock, ILogger<HabilitationBoard> logger) : BackgroundService
{
    private const int AtOnce = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patrol = TimeSpan.FromSeconds(20);
    private readonly BoardCursor _cursor = new(dapr, "habilitations");
    // Where the state must stand at least: anywhere, as long as it knows of us.
    private long _said = 1;
    private DateTimeOffset _looked;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // Taken before reading, so that nothing slips in between.
                var grown = signal.Next;
                await LookAsync(stoppingToken);
                if (await SayDueAsync(stoppingToken) < AtOnce) await WaitAsync(grown, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogPostponed(failure.GetType().Name);
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        if (clock.GetUtcNow() - _looked < Patrol) return;
        if (await _cursor.ReadAsync(cancellation) < _said)
        {
            await writer.WriteAsync((db, token) => db.HabilitationSheets.ExecuteUpdateAsync(sheet => sheet.SetProperty(row => row.Due, true), token), cancellation);
            await _cursor.MoveAsync(_said = Math.Max(1, await log.HeadAsync(cancellation)), cancellation);
        }
        _looked = clock.GetUtcNow();
    }

    private async Task<int> SayDueAsync(CancellationToken cancellation)
    {
        List<HabilitationSheetRow> due;
        await using (var db = await databases.CreateDbContextAsync(cancellation))
            due = await db.HabilitationSheets.AsNoTracking().Where(sheet => sheet.Due).OrderBy(sheet => sheet.Subject).Take(AtOnce).ToListAsync(cancellation);
        foreach (var sheet in due)
        {
            var key = PolicyKeys.Habilitations(sheet.Subject);
            // Nothing is kept of who holds nothing: an erased account leaves no trace.
            if (sheet.Body.Length == 0) await dapr.DeleteStateAsync(Topics.SharedState, key, cancellationToken: cancellation);
            else await dapr.SaveByteStateAsync(Topics.SharedState, key, Encoding.UTF8.GetBytes(sheet.Body), cancellationToken: cancellation);
            await SaidAsync(sheet, cancellation);
        }
        return due.Count;
    }

    // One that changed meanwhile stays due, or becomes so again: its newer word may have been overtaken by this one.
    private Task<int> SaidAsync(HabilitationSheetRow said, CancellationToken cancellation) => writer.WriteAsync(async (db, token) =>
    {
        if (await db.HabilitationSheets.FindAsync([said.Subject], token) is not { } row) return 0;
        row.Due = row.Version != said.Version;
        if (!row.Due && row.Body.Length == 0) db.HabilitationSheets.Remove(row);
        return await db.SaveChangesAsync(token);
    }, cancellation);

    private async Task WaitAsync(Task grown, CancellationToken cancellation)
    {
        try
        {
            await grown.WaitAsync(Patrol, clock, cancellation);
        }
        catch (TimeoutException)
        {
            // Nothing happened.
        }
    }

    [LoggerMessage(4101, LogLevel.Warning, "The habilitations in the shared state are postponed ({Error}); none is lost.")]
    private partial void LogPostponed(string error);
}
