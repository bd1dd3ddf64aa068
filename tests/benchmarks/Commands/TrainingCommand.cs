using System.CommandLine;
using Reseau.Benchmarks.Measuring;
using Reseau.Benchmarks.Running;
using Reseau.Load;
using Reseau.Load.Commands;

namespace Reseau.Benchmarks.Commands;

/// <summary>Figures, lists and records of training, on few professionals and on many, on both databases.</summary>
internal static class TrainingCommand
{
    private static readonly Option<int[]> Sizes = new("--professionals")
    {
        Description = "Sizes, smallest first; each professional has six seats, thirty to a session.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [1_000, 100_000],
    };

    private static readonly Option<int> Rate = RunCommand.Number("--rate", 20, 1_000, "Calls a second.");

    public static Command Create()
    {
        var command = new Command("training", "Draws heat maps, lists sessions and reads records through the gateway, on trainings of several sizes.") { Sizes, Choices.Databases, Rate, Choices.Data, Choices.Seconds, Choices.Edition, Choices.Project };
        command.SetAction((parsed, cancellation) => Workplace.RunAsync(parsed, place =>
        {
            var pace = new Pace(parsed.GetValue(Rate), parsed.GetValue(Choices.Seconds), WarmUpSeconds: 3);
            Markdown.Text($"Training, {pace.Rate} calls a second, open loop, through the gateway; {Machine.State}.");
            Markdown.Head("database", "professionals", "call", "p50 ms", "p90 ms", "p99 ms", "failed");
            return FilledEditions.MeasureAsync(parsed, place, "training-", parsed.GetValue(Sizes)!, TrainingFiller.FillAsync, filled => MeasureAsync(filled, pace, cancellation), cancellation);
        }, cancellation));
        return command;
    }

    private static async Task<bool> MeasureAsync(FilledEdition filled, Pace pace, CancellationToken cancellation)
    {
        using var calls = await TrainingCalls.OfAsync(filled.Edition, cancellation);
        await calls.PrepareAsync(cancellation);
        return await filled.MeasureAsync(pace,
        [
            ("heat map of the network, by institution", calls.HeatMapByInstitutionAsync), ("heat map of the network, by site", calls.HeatMapBySiteAsync),
            ("heat map of a function", calls.HeatMapOfAFunctionAsync), ("list of sessions, 20 rows", calls.SessionsAsync), ("record of a person", calls.ProfessionalAsync),
            ("seats of a year, by course", calls.SeatsByCourseAsync),
        ], cancellation);
    }
}
