using System.CommandLine;
using Reseau.Benchmarks.Engines;
using Reseau.Benchmarks.Measuring;
using Reseau.Benchmarks.Running;
using Reseau.Load;
using Reseau.Load.Commands;

namespace Reseau.Benchmarks.Commands;

/// <summary>The same calls on few referrals and on many, on both databases: what a command and a page of a list cost must not grow with the years.</summary>
internal static class ReferralsCommand
{
    private static readonly Option<int[]> Sizes = new("--referrals")
    {
        Description = "Sizes, smallest first.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [1_000, 100_000],
    };

    private static readonly Option<string[]> Databases = new("--databases")
    {
        Description = "sqlite, postgresql or both.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => ["sqlite", "postgresql"],
    };

    private static readonly Option<int> Rate = RunCommand.Number("--rate", 50, 1_000, "Calls a second.");

    private static readonly Option<string> Data = new("--data")
    {
        Description = "Folder where filled databases are kept from one run to the next; a temporary one when missing.", DefaultValueFactory = _ => "", HelpName = "DIR",
    };

    public static Command Create()
    {
        var command = new Command("referrals", "Sends, accepts, lists and follows through the gateway, on referrals of several sizes.") { Sizes, Databases, Rate, Data, Choices.Seconds, Choices.Edition, Choices.Project };
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
                Markdown.Text($"Referrals, {pace.Rate} calls a second, open loop, through the gateway; {Machine.State}.");
                Markdown.Head("database", "referrals", "call", "p50 ms", "p90 ms", "p99 ms", "failed");
                var allAnswered = true;
                foreach (var database in parsed.GetValue(Databases)!)
                {
                    foreach (var size in parsed.GetValue(Sizes)!)
                    {
                        var own = Path.Combine(data, $"{database}-{size}");
                        await using var postgres = database == "postgresql" ? await PostgresCluster.StartAsync(kept.Length == 0 ? null : own + "-cluster", cancellation) : null;
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
        var (events, elapsed) = await ReferralFiller.FillAsync(
            service => postgres is null ? ("Sqlite", $"Data Source={Path.Combine(data, service)}.db") : ("PostgreSQL", $"{postgres};Database=reseau_{service}"), size, cancellation);
        Progress.Say($"{size} referrals, {events} events written in {elapsed.TotalSeconds:0} s");
        await File.WriteAllTextAsync(filled, "", cancellation);
    }

    private static async Task<bool> MeasureAsync(string program, string data, string? postgres, int size, Pace pace, CancellationToken cancellation)
    {
        // What one institution may ask for in a second is limited; here two stand for many.
        await using var edition = await LocalEdition.StartAsync(program, data, Options(postgres), cancellation,
            ("Gateway__Limits__InstitutionPerSecond", "1000000"), ("Gateway__Limits__InstitutionBurst", "1000000"));
        await Quiet.WaitAsync(edition, cancellation);
        using var calls = await ReferralCalls.OfAsync(edition, cancellation);
        await calls.PrepareAsync(cancellation);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var watching = calls.WatchAsync(over.Token);

        var allAnswered = true;
        var name = postgres is null ? "SQLite" : "PostgreSQL";
        (string Call, Func<int, CancellationToken, Task> Make)[] measures =
        [
            ("submit", calls.SubmitAsync), ("first page of what waits", calls.FirstPageAsync), ("later page of what is closed, 200 rows", calls.LaterPageAsync),
        ];
        foreach (var (call, make) in measures) allAnswered &= Print(name, size, call, await OpenLoop.RunAsync(pace, make, cancellation));
        // As many as wait, and no more.
        var accepts = pace with { Rate = Math.Min(pace.Rate, ReferralFiller.Waiting / (pace.Seconds + pace.WarmUpSeconds)) };
        allAnswered &= Print(name, size, "accept", await OpenLoop.RunAsync(accepts, calls.AcceptAsync, cancellation));

        await over.CancelAsync();
        await watching;
        var (told, missing) = calls.Watched();
        var watched = new Measure(told, TimeSpan.FromSeconds(1), new Dictionary<string, int>(StringComparer.Ordinal) { ["Missing"] = missing });
        return Print(name, size, "seen by the recipient's stream, after the answer", watched) && allAnswered;
    }

    private static bool Print(string database, int size, string call, Measure measure)
    {
        Markdown.Row(database, Markdown.Number(size), call, Markdown.Figure(measure.Percentile(0.5)), Markdown.Figure(measure.Percentile(0.9)), Markdown.Figure(measure.Percentile(0.99)), Markdown.Number(measure.Failed));
        return measure.Failed == 0;
    }
}
