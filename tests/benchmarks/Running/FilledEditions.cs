using System.CommandLine;
using Reseau.Benchmarks.Commands;
using Reseau.Benchmarks.Engines;
using Reseau.Benchmarks.Measuring;
using Reseau.Load;

namespace Reseau.Benchmarks.Running;

/// <summary>An edition that holds as much as was asked for.</summary>
/// <param name="Edition">It runs, and is quiet.</param>
/// <param name="Database">Name of its database.</param>
/// <param name="Size">How much it holds.</param>
internal sealed record FilledEdition(LocalEdition Edition, string Database, int Size)
{
    /// <summary>Writes down what a call took; gives whether every one was answered.</summary>
    public bool Print(string call, Measure measure)
    {
        Markdown.Row(Database, Markdown.Number(Size), call, Markdown.Figure(measure.Percentile(0.5)), Markdown.Figure(measure.Percentile(0.9)), Markdown.Figure(measure.Percentile(0.99)), Markdown.Number(measure.Failed));
        return measure.Failed == 0;
    }

    /// <summary>Measures calls at a pace, one kind after the other; gives whether every one was answered.</summary>
    public async Task<bool> MeasureAsync(Pace pace, IEnumerable<(string Call, Func<int, CancellationToken, Task> Make)> calls, CancellationToken cancellation)
    {
        var allAnswered = true;
        foreach (var (call, make) in calls) allAnswered &= Print(call, await OpenLoop.RunAsync(pace, make, cancellation));
        return allAnswered;
    }
}

/// <summary>Fills an edition for each size on each database, through its logs while it is stopped, and measures it. A filled one may be kept for another time.</summary>
internal static class FilledEditions
{
    /// <param name="parsed">The command line, with <see cref="Choices.Databases"/> and <see cref="Choices.Data"/>.</param>
    /// <param name="place">What the measure stands on.</param>
    /// <param name="prefix">What its folders begin with.</param>
    /// <param name="sizes">The sizes.</param>
    /// <param name="fill">Fills the databases of an edition, given by service; gives how many events there are then.</param>
    /// <param name="measure">Measures one; gives whether every call was answered.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<bool> MeasureAsync(
        ParseResult parsed, Workplace place, string prefix, IEnumerable<int> sizes,
        Func<Func<string, (string Provider, string Connection)>, int, CancellationToken, Task<(long Events, TimeSpan Elapsed)>> fill,
        Func<FilledEdition, Task<bool>> measure, CancellationToken cancellation)
    {
        var kept = parsed.GetValue(Choices.Data)!;
        var data = kept.Length == 0 ? place.Folder : kept;
        var allAnswered = true;
        foreach (var (database, size) in parsed.GetValue(Choices.Databases)!.SelectMany(_ => sizes, (database, size) => (database, size)))
        {
            var own = Path.Combine(data, $"{prefix}{database}-{size}");
            await using var postgres = database == "postgresql" ? await PostgresCluster.StartAsync(own + "-cluster", cancellation) : null;
            var options = Workplace.Options(postgres?.Server);
            if (!File.Exists(Filled(own)))
            {
                // A first life makes the databases and loads the demo network.
                await using (var first = await LocalEdition.StartAsync(place.Program, own, options, cancellation)) await Quiet.WaitAsync(first, cancellation);
                var (events, elapsed) = await fill(
                    service => postgres is null ? ("Sqlite", $"Data Source={Path.Combine(own, service)}.db") : ("PostgreSQL", $"{postgres.Server};Database=reseau_{service}"), size, cancellation);
                Progress.Say($"{size} of them, {events} events written in {elapsed.TotalSeconds:0} s");
                await File.WriteAllTextAsync(Filled(own), "", cancellation);
            }

            await using var edition = await LocalEdition.StartAsync(place.Program, own, options, cancellation, Workplace.Unlimited);
            await Quiet.WaitAsync(edition, cancellation);
            allAnswered &= await measure(new(edition, postgres is null ? "SQLite" : "PostgreSQL", size));
        }
        return allAnswered;
    }

    private static string Filled(string data) => Path.Combine(data, "filled");
}
