using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Reseau.Benchmarks.Engines;
using Reseau.Benchmarks.Measuring;
using Reseau.Benchmarks.Running;
using Reseau.Hosting.Log;
using Reseau.Load;
using Reseau.Referrals;
using Reseau.Referrals.Views;
using Command = System.CommandLine.Command;

namespace Reseau.Benchmarks.Commands;

/// <summary>What commands that arrive together share: how many fit into one commit, which is one flush of the disk, and what that gives.</summary>
internal static class CommitsCommand
{
    private const int WarmUpSeconds = 4;

    private static readonly Option<int[]> Callers = new("--callers")
    {
        Description = "Callers at once, each asking again as soon as it is answered.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [1, 4, 16, 64],
    };

    public static Command Create()
    {
        var command = new Command("commits", "Sends persons straight through the log of referrals, in process, by several callers at once.") { Callers, Choices.Databases, Choices.Seconds };
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = Directory.CreateTempSubdirectory("reseau-benchmark-");
            try
            {
                Markdown.Text($"Commands that share a commit, closed loop, {parsed.GetValue(Choices.Seconds)} s each; {Machine.State}.");
                Markdown.Head("database", "callers", "commands/s", "commits/s", "commands per commit", "p50 ms", "p99 ms");
                foreach (var database in parsed.GetValue(Choices.Databases)!)
                    await MeasureAsync(database, folder.FullName, parsed.GetValue(Callers)!, TimeSpan.FromSeconds(parsed.GetValue(Choices.Seconds)), cancellation);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        });
        return command;
    }

    private static async Task MeasureAsync(string database, string folder, int[] sizes, TimeSpan time, CancellationToken cancellation)
    {
        await using var postgres = database == "postgresql" ? await PostgresCluster.StartAsync(folder: null, cancellation) : null;
        await using var app = ReferralsApp.Build([], builder => StoppedEdition.Compose(builder, "referrals", service =>
            postgres is null ? ("Sqlite", $"Data Source={Path.Combine(folder, service)}.db") : ("PostgreSQL", $"{postgres.Server};Database=reseau_{service}")));
        await LogSetup.MigrateAsync<ReferralsDb>(app.Services);
        var commands = app.Services.GetRequiredService<CommandLog<ReferralsDb>>();
        using var shared = new SharedCommits();
        await RunAsync(commands, sizes[^1], TimeSpan.FromSeconds(WarmUpSeconds), cancellation);
        foreach (var callers in sizes)
        {
            var before = shared.Seen;
            var measure = await RunAsync(commands, callers, time, cancellation);
            var (commits, sent) = (shared.Seen.Commits - before.Commits, shared.Seen.Commands - before.Commands);
            Markdown.Row(database, Markdown.Number(callers), Markdown.Number((long)measure.AchievedRate), Markdown.Number((long)(measure.AchievedRate * commits / sent)), Markdown.Figure((double)sent / commits),
                Markdown.Figure(measure.Percentile(0.5)), Markdown.Figure(measure.Percentile(0.99)));
        }
    }

    private static async Task<Measure> RunAsync(CommandLog<ReferralsDb> commands, int callers, TimeSpan time, CancellationToken cancellation)
    {
        var milliseconds = new ConcurrentBag<double>();
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(start) < time)
            {
                var asked = Stopwatch.GetTimestamp();
                await ReferralFiller.SubmitAsync(commands, cancellation);
                milliseconds.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }
        }, cancellation)));
        return new([.. milliseconds], Stopwatch.GetElapsedTime(start), new Dictionary<string, int>(StringComparer.Ordinal));
    }
}
