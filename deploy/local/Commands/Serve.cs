using System.CommandLine;

namespace Reseau.Local.Commands;

/// <summary>Runs until stopped; the default command.</summary>
internal static class Serve
{
    public static Command Command()
    {
        var command = new Command("serve", "Runs Réseau until stopped (the default).");
        command.SetAction(RunAsync);
        return command;
    }

    public static Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation) => Failures.ReportAsync(async () =>
    {
        var options = LocalOptions.Of(parsed);
        await using var network = await LocalNetwork.StartAsync(options, cancellation);
        Console.WriteLine($"Réseau is ready: {options.PublicUrl}");
        Console.WriteLine($"gRPC: {options.GrpcUrl} · data: {options.Data}{(options.Empty ? "" : " · demo account: claire.accueil, password: reseau-demo")}");
        await LocalNetwork.WaitAsync(cancellation);
        return 0;
    });
}
