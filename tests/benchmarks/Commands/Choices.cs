using System.CommandLine;
using Reseau.Load.Commands;

namespace Reseau.Benchmarks.Commands;

/// <summary>Options that the commands share.</summary>
internal static class Choices
{
    public static Option<int> Questions { get; } = RunCommand.Number("--queries", 1_000, 100_000, "Mixed questions.");

    public static Option<int> Seed { get; } = RunCommand.Number("--seed", 2026, int.MaxValue, "Of the services and of the questions: the same one gives the same ones.");

    public static Option<int> Rounds { get; } = RunCommand.Number("--rounds", 3, 20, "Rounds, after one that is not counted.");

    public static Option<int> Seconds { get; } = RunCommand.Number("--seconds", 5, 120, "How long callers ask together, each round.");

    public static Option<int> Callers { get; } = RunCommand.Number("--callers", 4, 64, "Callers who ask together.");

    public static Option<string> Edition { get; } = new("--edition")
    {
        Description = "Folder of a published local edition; published to a temporary folder when missing.", DefaultValueFactory = _ => "", HelpName = "DIR",
    };

    public static Option<string[]> Databases { get; } = new("--databases")
    {
        Description = "sqlite, postgresql or both.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => ["sqlite", "postgresql"],
    };

    public static Option<string> Data { get; } = new("--data")
    {
        Description = "Folder where filled databases are kept from one run to the next; a temporary one when missing.", DefaultValueFactory = _ => "", HelpName = "DIR",
    };

    public static Option<string> Project { get; } = new("--project")
    {
        Description = "Project of the local edition, to publish.", DefaultValueFactory = _ => "deploy/local", HelpName = "DIR",
    };
}
