using System.CommandLine;
using Reseau.Benchmarks.Engines;
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

    private static readonly Option<string[]> Databases = new("--databases")
    {
        Description = "sqlite, postgresql or both.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => ["sqlite", "postgresql"],
    };

    private static readonly Option<int> Rate = RunCommand.Number("--rate", 20, 1_000, "Calls a second.");

    private static readonly Option<string> Data = new("--data")
    {
        Description = "Folder where filled databases are kept from one run to the next; a temporary one when missing.", DefaultValueFactory = _ => "", HelpName = "DIR",
    };

    public static Command Create()
    {
        var command = new Command("training", "Draws heat maps, lists sessions and reads records through the gateway, on trainings of several sizes.") { Sizes, Databases, Rate, Data, Choices.Seconds, Choices.Edition, Choices.Project };
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = Directory.CreateTempSubdirectory("reseau-benchmark-");
            var kept = parsed.GetValue(Data)!;
            var data = kept.Length == 0 ? folder.FullName : kept;
            try
            {
                var program = parsed.GetValue(Choices.Edition)!;
                if (program.Length == 0) program = await ReportCommand.PublishAsync(parsed.GetValue(Choices.Project)!, Path.Combine(folder.FullName, "edition"), cancellation);
                var pace = new Pace(parsed.GetValue(Rate), parsed.GetValue(Choices.Seconds), WarmUpSeconds: 3);
                Markdown.Text($"Training, {pace.Rate} calls a second, open loop, through the gateway; {Machine.State}.");
                Markdown.Head("database", "professionals", "call", "p50 ms", "p90 ms", "p99 ms", "failed");
                var allAnswered = true;
                foreach (var database in parsed.GetValue(Databases)!)
                {
                    foreach (var size in parsed.GetValue(Sizes)!)
                    {
                        var own = Path.Combine(data, $"training-{database}-{size}");
                        await using var postgres = database == "postgresql" ? await PostgresCluster.StartAsync(own + "-cluster", cancellation) : null;
                        await FillAsync(program, own, postgres?.Server, size, cancellation);
                        allAnswered &= await MeasureAsync(program, own, postgres?.Server, size, pace, cancellation);
                    }
                }

                return allAnswered ? 0 : 1;
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        });
        return command;
    }

    private static string[] Options(string? postgres) => postgres is null ? [] : ["--postgres", postgres];

    private static async Task FillAsync(string program, string data, string? postgres, int size, CancellationToken cancellation)
    {
        var filled = Path.Combine(data, "filled");
        if (File.Exists(filled)) return;
        // A first life makes the databases and loads the demo network.
        await using (var first = await LocalEdition.StartAsync(program, data, Options(postgres), cancellation)) await Quiet.WaitAsync(first, cancellation);
        var (events, elapsed) = await TrainingFiller.FillAsync(
            service => postgres is null ? ("Sqlite", $"Data Source={Path.Combine(data, service)}.db") : ("PostgreSQL", $"{postgres};Database=reseau_{service}"), size, cancellation);
        Progress.Say($"{size} professionals, {events} events written in {elapsed.TotalSeconds:0} s");
        await File.WriteAllTextAsync(filled, "", cancellation);
    }

    private static async Task<bool> MeasureAsync(string program, string data, string? postgres, int size, Pace pace, CancellationToken cancellation)
    {
        // What one institution may ask for in a second is limited; here two stand for many.
        await using var edition = await LocalEdition.StartAsync(program, data, Options(postgres), cancellation,
            ("Gateway__Limits__InstitutionPerSecond", "1000000"), ("Gateway__Limits__InstitutionBurst", "1000000"));
        await Quiet.WaitAsync(edition, cancellation);
        using var calls = await TrainingCalls.OfAsync(edition, cancellation);
        await calls.PrepareAsync(cancellation);
        (string Call, Func<int, CancellationToken, Task> Make)[] measures =
        [
            ("heat map of the network, by institution", calls.HeatMapByInstitutionAsync), ("heat map of the network, by site", calls.HeatMapBySiteAsync),
            ("heat map of a function", calls.HeatMapOfAFunctionAsync), ("list of sessions, 20 rows", calls.SessionsAsync), ("record of a person", calls.ProfessionalAsync),
            ("seats of a year, by course", calls.SeatsByCourseAsync),
        ];
        var allAnswered = true;
        foreach (var (call, make) in measures)
        {
            var measure = await OpenLoop.RunAsync(pace, make, cancellation);
            Markdown.Row(postgres is null ? "SQLite" : "PostgreSQL", Markdown.Number(size), call, Markdown.Figure(measure.Percentile(0.5)), Markdown.Figure(measure.Percentile(0.9)),
                Markdown.Figure(measure.Percentile(0.99)), Markdown.Number(measure.Failed));
            allAnswered &= measure.Failed == 0;
        }
        return allAnswered;
    }
}
