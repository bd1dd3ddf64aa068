using System.CommandLine;
using Grpc.Core;
using Grpc.Net.Client;
using Reseau.Benchmarks.Measuring;
using Reseau.Benchmarks.Running;
using Reseau.Conventions.V1;
using Reseau.Load;
using Reseau.Load.Commands;

namespace Reseau.Benchmarks.Commands;

/// <summary>The lists of conventions at several sizes, through the gateway; and what a service pays to know what was signed.</summary>
internal static class ConventionsCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly Pace Pace = new(50, 10, WarmUpSeconds: 3);

    private static readonly Option<int[]> Sizes = new("--conventions")
    {
        Description = "Sizes, smallest first.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [1_000, 10_000],
    };

    public static Command Create()
    {
        var command = new Command("conventions", "Lists conventions through the gateway at several sizes, and reads policies as a service does.") { Sizes, Choices.Edition, Choices.Project };
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = Directory.CreateTempSubdirectory("reseau-benchmark-");
            try
            {
                await ReadPoliciesAsync(folder.FullName, cancellation);
                var program = parsed.GetValue(Choices.Edition)!;
                if (program.Length == 0) program = await ReportCommand.PublishAsync(parsed.GetValue(Choices.Project)!, Path.Combine(folder.FullName, "edition"), cancellation);
                Markdown.Text($"Lists of conventions, {Pace.Rate} calls a second, open loop, through the gateway; {Machine.State}.");
                Markdown.Head("conventions", "call", "p50 ms", "p90 ms", "p99 ms", "failed");
                var allAnswered = true;
                foreach (var size in parsed.GetValue(Sizes)!) allAnswered &= await ListAsync(program, Path.Combine(folder.FullName, $"data-{size}"), size, cancellation);
                return allAnswered ? 0 : 1;
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        });
        return command;
    }

    private static async Task ReadPoliciesAsync(string folder, CancellationToken cancellation)
    {
        const int Institutions = 1_000;
        await using var reads = await PolicyReads.StartAsync(folder, Institutions, cancellation);
        Markdown.Text($"A policy read by the service that obeys it; {Machine.State}.");
        Markdown.Head("asked of", "a second", "p50 ms", "p90 ms", "p99 ms", "slowest ms");
        foreach (var (pairs, perSecond) in ((int, int)[])[(1, 100), (20, 100), (Institutions, 100)])
        {
            var taken = await reads.RunAsync(pairs, perSecond, 2_000, cancellation);
            Markdown.Row($"{Markdown.Number(pairs)} pairs", Markdown.Number(perSecond), Markdown.Figure(taken[taken.Length / 2]), Markdown.Figure(taken[taken.Length * 9 / 10]), Markdown.Figure(taken[taken.Length * 99 / 100]), Markdown.Figure(taken[^1]));
        }
    }

    private static async Task<bool> ListAsync(string program, string data, int size, CancellationToken cancellation)
    {
        // A first life makes the databases and loads the demo network.
        await using (var first = await LocalEdition.StartAsync(program, data, [], cancellation)) await Quiet.WaitAsync(first, cancellation);
        await ConventionFiller.FillAsync(service => ("Sqlite", $"Data Source={Path.Combine(data, service)}.db"), size, cancellation);
        await using var edition = await LocalEdition.StartAsync(program, data, [], cancellation,
            ("Gateway__Limits__InstitutionPerSecond", "1000000"), ("Gateway__Limits__InstitutionBurst", "1000000"));
        await Quiet.WaitAsync(edition, cancellation);
        using var channel = GrpcChannel.ForAddress(edition.Gateway, new() { HttpHandler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true }, DisposeHttpClient = true });
        var client = new ConventionsService.ConventionsServiceClient(channel);
        var token = new Metadata { { "Authorization", $"Bearer {await SignIn.AsAsync("si-ccas-rennes", edition.Web, cancellation)}" } };

        var (later, name) = await MiddleAsync();
        var allAnswered = await PrintAsync("first page of 50", (_, stop) => ListPageAsync("", stop));
        allAnswered &= await PrintAsync("page of 50 in the middle", (_, stop) => ListPageAsync(later, stop));
        return await PrintAsync("one convention", async (_, stop) => await client.GetConventionAsync(new() { Name = name }, Options(stop))) && allAnswered;

        async Task<ListConventionsResponse> ListPageAsync(string page, CancellationToken stop) => await client.ListConventionsAsync(new() { PageSize = 50, PageToken = page }, Options(stop));

        async Task<(string Page, string Name)> MiddleAsync()
        {
            var answer = await ListPageAsync("", cancellation);
            for (var pages = 1; pages < size / 100; pages++) answer = await ListPageAsync(answer.NextPageToken, cancellation);
            return (answer.NextPageToken, answer.Conventions[0].Name);
        }

        async Task<bool> PrintAsync(string call, Func<int, CancellationToken, Task> make)
        {
            var measure = await OpenLoop.RunAsync(Pace, make, cancellation);
            Markdown.Row(Markdown.Number(size), call, Markdown.Figure(measure.Percentile(0.5)), Markdown.Figure(measure.Percentile(0.9)), Markdown.Figure(measure.Percentile(0.99)), Markdown.Number(measure.Failed));
            return measure.Failed == 0;
        }

        CallOptions Options(CancellationToken stop) => new(token, DateTime.UtcNow + Patience, stop);
    }
}
