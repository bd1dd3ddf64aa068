using System.CommandLine;
using Grpc.Core;
using Grpc.Net.Client;
using Reseau.Benchmarks.Measuring;
using Reseau.Benchmarks.Running;
using Reseau.Conventions.V1;
using Reseau.Load;

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
        var command = new Command("conventions", "Lists conventions through the gateway at several sizes, and reads policies as a service does.") { Sizes, Choices.Databases, Choices.Data, Choices.Edition, Choices.Project };
        command.SetAction((parsed, cancellation) => Workplace.RunAsync(parsed, async place =>
        {
            await ReadPoliciesAsync(place.Folder, cancellation);
            Markdown.Text($"Lists of conventions, {Pace.Rate} calls a second, open loop, through the gateway; {Machine.State}.");
            Markdown.Head("database", "conventions", "call", "p50 ms", "p90 ms", "p99 ms", "failed");
            return await FilledEditions.MeasureAsync(parsed, place, "conventions-", parsed.GetValue(Sizes)!, ConventionFiller.FillAsync, filled => ListAsync(filled, cancellation), cancellation);
        }, cancellation));
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

    private static async Task<bool> ListAsync(FilledEdition filled, CancellationToken cancellation)
    {
        using var channel = GrpcChannel.ForAddress(filled.Edition.Gateway, new() { HttpHandler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true }, DisposeHttpClient = true });
        var client = new ConventionsService.ConventionsServiceClient(channel);
        var token = new Metadata { { "Authorization", $"Bearer {await SignIn.AsAsync("si-ccas-rennes", filled.Edition.Web, cancellation)}" } };
        var (later, name) = await MiddleAsync();
        return await filled.MeasureAsync(Pace,
        [
            ("first page of 50", (_, stop) => ListPageAsync("", stop)), ("page of 50 in the middle", (_, stop) => ListPageAsync(later, stop)),
            ("one convention", async (_, stop) => await client.GetConventionAsync(new() { Name = name }, Options(stop))),
        ], cancellation);

        async Task<ListConventionsResponse> ListPageAsync(string page, CancellationToken stop) => await client.ListConventionsAsync(new() { PageSize = 50, PageToken = page }, Options(stop));

        async Task<(string Page, string Name)> MiddleAsync()
        {
            var answer = await ListPageAsync("", cancellation);
            for (var pages = 1; pages < filled.Size / 100; pages++) answer = await ListPageAsync(answer.NextPageToken, cancellation);
            return (answer.NextPageToken, answer.Conventions[0].Name);
        }

        CallOptions Options(CancellationToken stop) => new(token, DateTime.UtcNow + Patience, stop);
    }
}
