using Reseau.Hosting.Log;
using Reseau.Training.Views;

namespace Reseau.Training.Demo;

/// <summary>Loads the training of the demo network into an empty log, in one transaction: a start that is interrupted begins again.</summary>
internal sealed class DemoSeed(CommandLog<TrainingDb> commands, LogReader<TrainingDb> log, IConfiguration configuration, TimeProvider clock) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!configuration.GetValue<bool>("Demo") || await log.HeadAsync(cancellationToken) > 0) return;
        var command = new Command("", "", "demo-training", [], "", clock.GetUtcNow());
        var streams = DemoTraining.All(command.Now);
        if (streams.Count == 0) return;
        await commands.ExecuteAsync(command, async (unit, cancellation) =>
        {
            var last = default(StreamVersion);
            foreach (var (stream, events) in streams) last = await unit.AppendAsync(stream, 0, events, cancellation);
            return last;
        }, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
