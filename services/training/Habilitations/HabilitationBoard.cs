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
/// </summary>
public sealed partial class HabilitationBoard(
    ILogWriter<TrainingDb> writer, IDbContextFactory<TrainingDb> databases, LogSignal signal, DaprClient dapr, TimeProvider clock, ILogger<HabilitationBoard> logger) : BackgroundService
{
    private const int AtOnce = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patrol = TimeSpan.FromSeconds(20);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // Taken before reading, so that nothing slips in between.
                var grown = signal.Next;
                if (await SayDueAsync(stoppingToken) < AtOnce) await WaitAsync(grown, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogPostponed(failure.GetType().Name);
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
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
