using System.CommandLine;
using Reseau.Load.Scenarios;

namespace Reseau.Load.Commands;

/// <summary>One scenario on a Réseau that is running.</summary>
internal static class RunCommand
{
    private static readonly Option<string> Gateway = Target.AddressOption("--gateway", "http://127.0.0.1:8081", "gRPC address of the gateway.");
    private static readonly Option<string> Direct = Target.AddressOption("--direct", "", "Address of the service itself, instead of the gateway.");
    private static readonly Option<string> Web = Target.AddressOption("--web", "http://127.0.0.1:8080", "Where tokens come from.");
    private static readonly Option<int> Rate = Number("--rate", 100, 10_000, "Calls a second.");
    private static readonly Option<int> Seconds = Number("--seconds", 15, 600, "Length of the measure.");
    private static readonly Option<int> WarmUp = Number("--warm-up", 5, 600, "Length of the warm-up.");
    private static readonly Option<int> Channels = Number("--channels", 4, 64, "Connections the calls are spread over.");

    public static Command For(string scenario, string description)
    {
        var command = new Command(scenario, description) { Gateway, Direct, Web, Rate, Seconds, WarmUp, Channels };
        command.SetAction(async (parsed, cancellation) =>
        {
            var address = parsed.GetValue(Direct) is { Length: > 0 } direct ? direct : parsed.GetValue(Gateway)!;
            var target = new Target(new(address), new(parsed.GetValue(Web)!), parsed.GetValue(Channels));
            var pace = new Pace(parsed.GetValue(Rate), parsed.GetValue(Seconds), parsed.GetValue(WarmUp));
            using var calls = await Scenario.OfAsync(scenario, target, cancellation);
            var measure = await OpenLoop.RunAsync(pace, calls.CallAsync, cancellation);
            Table.Print(Table.Head);
            Table.Print(Table.Row($"{scenario} {address}", pace.Rate, [measure]));
            return measure.Failed == 0 ? 0 : 1;
        });
        return command;
    }

    /// <summary>A whole number with its bound: a load program must end.</summary>
    internal static Option<int> Number(string name, int usual, int most, string description)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is var value && (value < 0 || value > most)) result.AddError($"{name} must be between 0 and {most}.");
        });
        return option;
    }
}
