using System.CommandLine;
using Reseau.Load.Commands;

namespace Reseau.Benchmarks.Commands;

/// <summary>Everything at one volume: our index, our service, the whole Réseau, PostgreSQL and SQLite on the same data and the same questions.</summary>
internal static class DirectoryCommand
{
    private static readonly Option<int> Services = RunCommand.Number("--services", 200_000, 5_000_000, "Services.");

    private static readonly Option<string[]> Without = new("--without")
    {
        Description = "Leaves parts out: postgresql, sqlite, edition.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [],
    };

    private static readonly Option<bool> Plans = new("--plans") { Description = "Says on standard error what PostgreSQL does for the first question of each kind." };

    public static Command Create()
    {
        Without.AcceptOnlyFromAmong("postgresql", "sqlite", "edition");
        var command = new Command("directory", "Compares the directory with PostgreSQL and SQLite, and prints Markdown tables.")
        {
            Services, Choices.Questions, Choices.Seed, Choices.Rounds, Choices.Seconds, Choices.Callers, Choices.Edition, Choices.Project, Without, Plans,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = Directory.CreateTempSubdirectory("reseau-benchmark-");
            try
            {
                var without = parsed.GetValue(Without)!;
                var program = parsed.GetValue(Choices.Edition)!;
                if (program.Length == 0 && !without.Contains("edition", StringComparer.Ordinal))
                    program = await ReportCommand.PublishAsync(parsed.GetValue(Choices.Project)!, Path.Combine(folder.FullName, "edition"), cancellation);
                var run = new DirectoryRun(new()
                {
                    Services = parsed.GetValue(Services),
                    Questions = parsed.GetValue(Choices.Questions),
                    Seed = (ulong)parsed.GetValue(Choices.Seed),
                    Rounds = Math.Max(1, parsed.GetValue(Choices.Rounds)),
                    Seconds = Math.Max(1, parsed.GetValue(Choices.Seconds)),
                    Callers = Math.Max(1, parsed.GetValue(Choices.Callers)),
                    Without = without,
                    Plans = parsed.GetValue(Plans),
                    Program = program,
                    Folder = folder.FullName,
                });
                await using (run) return await run.RunAsync(cancellation) ? 0 : 1;
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        });
        return command;
    }
}
