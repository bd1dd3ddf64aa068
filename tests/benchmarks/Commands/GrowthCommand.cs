using System.CommandLine;
using System.Diagnostics;
using Reseau.Benchmarks.Data;
using Reseau.Benchmarks.Engines;
using Reseau.Benchmarks.Measuring;
using Reseau.Benchmarks.Running;
using Reseau.Load.Commands;
using Reseau.Partners.Search;
using Reseau.Partners.Territory;

namespace Reseau.Benchmarks.Commands;

/// <summary>The same questions to directories of several sizes: how time and memory grow.</summary>
internal static class GrowthCommand
{
    private static readonly Option<int[]> Sizes = new("--services")
    {
        Description = "Sizes, smallest first.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [50_000, 200_000, 1_000_000],
    };

    private static readonly Option<bool> IndexOnly = new("--index-only") { Description = "Only the index, in this process: no service is started." };

    public static Command Create()
    {
        var command = new Command("growth", "Measures the index and the service alone at several sizes.") { Sizes, IndexOnly, Choices.Questions, Choices.Seed, Choices.Rounds, Choices.Seconds, Choices.Edition, Choices.Project };
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = Directory.CreateTempSubdirectory("reseau-benchmark-");
            try
            {
                var seed = (ulong)parsed.GetValue(Choices.Seed);
                var questions = new QuestionMaker(seed, France.Shared).Make(parsed.GetValue(Choices.Questions));
                var directories = parsed.GetValue(Sizes)!.Select(size => new SyntheticDirectory(size, seed, France.Shared)).ToList();
                Markdown.Text($"Growth, {Markdown.Number(questions.Count)} questions; {Machine.State}.");
                await MeasureIndexesAsync(directories, questions, parsed.GetValue(Choices.Rounds), parsed.GetValue(Choices.Seconds), cancellation);
                if (!parsed.GetValue(IndexOnly)) await MeasureServicesAsync(parsed, directories, questions, folder.FullName, cancellation);
                return 0;
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        });
        return command;
    }

    private static async Task MeasureIndexesAsync(
        IEnumerable<SyntheticDirectory> directories, IReadOnlyList<Question> questions, int rounds, int seconds, CancellationToken cancellation)
    {
        Markdown.Head("index, in process", "built in s", "MB on the heap", "p50 ms", "p90 ms", "p99 ms", "answers/s on 2 threads");
        foreach (var directory in directories)
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var (index, built) = Build(directory);
            var own = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
            await using var engine = new InProcessEngine(index, withFacets: false);
            var measure = (await new Rounds(questions, rounds, seconds, callers: 2).RunAsync([engine], cancellation))[0];
            Markdown.Row($"{Markdown.Number(directory.Services)} services", Markdown.Figure(built.TotalSeconds), Markdown.Number((long)own), Markdown.Figure(measure.Percentile(0.5)),
                Markdown.Figure(measure.Percentile(0.9)), Markdown.Figure(measure.Percentile(0.99)), Markdown.Number((long)measure.Throughput));
        }
    }

    // A method of its own, so that nothing of it but the index is still held when memory is measured.
    private static (DirectoryIndex Index, TimeSpan Elapsed) Build(SyntheticDirectory directory)
    {
        List<DirectoryChange> changes = [.. directory.Changes()];
        var start = Stopwatch.GetTimestamp();
        var index = new DirectoryIndex(France.Shared);
        index.Read(changes);
        return (index, Stopwatch.GetElapsedTime(start));
    }

    private static async Task MeasureServicesAsync(ParseResult parsed, IEnumerable<SyntheticDirectory> directories, IReadOnlyList<Question> questions, string folder, CancellationToken cancellation)
    {
        var program = parsed.GetValue(Choices.Edition)!;
        if (program.Length == 0) program = await ReportCommand.PublishAsync(parsed.GetValue(Choices.Project)!, Path.Combine(folder, "edition"), cancellation);
        ServiceMeasure.PrintHead();
        foreach (var directory in directories)
        {
            var database = Path.Combine(folder, $"{directory.Services}.db");
            var (events, elapsed) = await LogFiller.FillAsync(database, directory, cancellation);
            Progress.Say($"{events} events written in {elapsed.TotalSeconds:0} s");
            await ServiceMeasure.PrintRowAsync(program, database, directory.Services, questions, cancellation);
        }
    }
}
