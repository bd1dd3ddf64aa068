using System.Globalization;
using Reseau.Load.Scenarios;

namespace Reseau.Load;

/// <summary>
/// Measures a local edition and prints what deploy/PERFORMANCE.md shows:
///  1. starts it several times on an empty folder and again on the same folder, to its first answered search;
///  2. on the last one, after a warm-up of everything, rounds of the same calls through the gateway and straight to the
///     service, in turn, so that whatever else the machine does falls on both;
///  3. counts that every acknowledged referral is on its sender's worklist; one whose answer was lost may be there too.
/// </summary>
internal sealed class Report(string program, string folder, int rounds, int seconds, int warmUp)
{
    private const int SearchRate = 100;
    private const int SubmitRate = 200;
    private const int Channels = 4;

    private const string StartHead = """
        | start | first answer s | CPU s until then | resident MB then |
        |---|---|---|---|
        """;

    private int _acknowledged;

    /// <summary>Whether no call failed and nothing was lost.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        List<double[]> starts = [];
        for (var round = 0; round < rounds; round++)
        {
            starts.Add(await StartAsync("first", round, cancellation));
            starts.Add(await StartAsync("later", round, cancellation));
        }
        Table.Print(StartHead);
        PrintStart("first start, databases made, demo network loaded", [.. starts.Where((_, i) => i % 2 == 0)]);
        PrintStart("later start, same data", [.. starts.Where((_, i) => i % 2 == 1)]);

        await using var edition = await LocalEdition.StartAsync(program, Data(0), [], cancellation);
        return await LoadAsync(edition, cancellation);
    }

    private async Task<double[]> StartAsync(string which, int round, CancellationToken cancellation)
    {
        await using var edition = await LocalEdition.StartAsync(program, Data(round), [], cancellation);
        double[] figures = [edition.FirstAnswer.TotalSeconds, edition.ProcessorTime.TotalSeconds, edition.ResidentMegabytes];
        await Console.Error.WriteLineAsync($"{which} start {round + 1}: {string.Join(" · ", figures.Select(figure => figure.ToString("0.00", CultureInfo.InvariantCulture)))}");
        // Lets it settle: what a start leaves to do must not be cut off by the stop.
        await Task.Delay(TimeSpan.FromSeconds(2), cancellation);
        return figures;
    }

    private async Task<bool> LoadAsync(LocalEdition edition, CancellationToken cancellation)
    {
        (string Name, int Rate, Target Target)[] runs =
        [
            ("search", SearchRate, new(edition.Gateway, edition.Web, Channels)),
            ("search", SearchRate, new(await edition.AddressOfAsync("partners", cancellation), edition.Web, Channels)),
            ("submit", SubmitRate, new(edition.Gateway, edition.Web, Channels)),
            ("submit", SubmitRate, new(await edition.AddressOfAsync("referrals", cancellation), edition.Web, Channels)),
        ];
        var measures = runs.Select(_ => new List<Measure>()).ToArray();
        for (var round = -1; round < rounds; round++)
        {
            for (var i = 0; i < runs.Length; i++)
            {
                using var calls = await Scenario.OfAsync(runs[i].Name, runs[i].Target, cancellation);
                var measure = await OpenLoop.RunAsync(new(runs[i].Rate, seconds, warmUp), calls.CallAsync, cancellation);
                if (calls is SubmitScenario submits) _acknowledged += submits.Acknowledged;
                await Console.Error.WriteLineAsync(Table.Row(Title(i), runs[i].Rate, [measure]));
                // The first round warms the compiler up.
                if (round >= 0) measures[i].Add(measure);
            }
        }

        Table.Print($"\n{Table.Head}");
        for (var i = 0; i < runs.Length; i++) Table.Print(Table.Row(Title(i), runs[i].Rate, measures[i]));
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Resident after the load: {edition.ResidentMegabytes:0} MB."));
        return await NothingLostAsync(edition, measures.All(list => list.All(measure => measure.Failed == 0)), cancellation);

        string Title(int i) => $"{runs[i].Name}, {(i % 2 == 0 ? "through the gateway" : "straight to the service")}";
    }

    private async Task<bool> NothingLostAsync(LocalEdition edition, bool allAnswered, CancellationToken cancellation)
    {
        using var calls = (SubmitScenario)await Scenario.OfAsync("submit", new(edition.Gateway, edition.Web, 1), cancellation);
        var waiting = await calls.WaitingAsync(cancellation);
        Console.WriteLine($"Referrals acknowledged: {_acknowledged}; on the sender's worklist: {waiting}.");
        return allAnswered && waiting >= _acknowledged;
    }

    private static void PrintStart(string what, List<double[]> figures)
    {
        double Median(int column) => Table.Median(figures, figure => figure[column]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {Median(0):0.00} | {Median(1):0.00} | {Median(2):0} |"));
    }

    private string Data(int round) => Path.Combine(folder, $"data-{round}");
}
