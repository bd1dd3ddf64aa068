using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Training.Views;

namespace Reseau.Training.Demo;

/// <summary>Loads the training of the demo network into a log in which nobody has done anything yet, in one transaction: a start that is interrupted begins again.</summary>
internal sealed class DemoSeed(CommandLog<TrainingDb> commands, IDbContextFactory<TrainingDb> databases, IConfiguration configuration, TimeProvider clock) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!configuration.GetValue<bool>("Demo")) return;
        // What the service comes with, and what this brought before, is of no institution.
        await using (var db = await databases.CreateDbContextAsync(cancellationToken))
        {
            if (await db.Events.AnyAsync(recorded => recorded.Institution != "", cancellationToken)) return;
        }
        var command = new Command("", "", "demo-training", [], "", clock.GetUtcNow());
        await commands.ExecuteAsync(command, async (unit, cancellation) =>
        {
            var last = await DemoPeople.RecordAsync(unit, cancellation);
            foreach (var (stream, events) in DemoTraining.All(command.Now).Concat(DemoPlans.All(command.Now)).Concat(DemoNeeds.All(command.Now))) last = await unit.AppendAsync(stream, 0, events, cancellation);
            DemoNeeds.AddAnswers(unit.Db, command.Now);
            return last;
        }, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
