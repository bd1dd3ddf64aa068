using System.CommandLine;
using System.Diagnostics;

namespace Reseau.Load.Commands;

/// <summary>The whole set behind deploy/PERFORMANCE.md, as one Markdown text.</summary>
internal static class ReportCommand
{
    private static readonly Option<string> Edition = new("--edition")
    {
        Description = "Folder of a published local edition; published to a temporary folder when missing.", DefaultValueFactory = _ => "", HelpName = "DIR",
    };

    private static readonly Option<string> Project = new("--project")
    {
        Description = "Project of the local edition, to publish.", DefaultValueFactory = _ => "deploy/local", HelpName = "DIR",
    };

    private static readonly Option<int> Rounds = RunCommand.Number("--rounds", 3, 20, "Rounds; medians over them are printed.");
    private static readonly Option<int> Seconds = RunCommand.Number("--seconds", 10, 120, "Length of each measure.");
    private static readonly Option<int> WarmUp = RunCommand.Number("--warm-up", 3, 60, "Length of the warm-up before each.");

    public static Command Create()
    {
        var command = new Command("report", "Starts a local edition, measures start, memory, search and submit, and prints a Markdown table.") { Edition, Project, Rounds, Seconds, WarmUp };
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = Directory.CreateTempSubdirectory("reseau-load-");
            try
            {
                var program = parsed.GetValue(Edition) is { Length: > 0 } given ? given : await PublishAsync(parsed.GetValue(Project)!, Path.Combine(folder.FullName, "edition"), cancellation);
                var report = new Report(program, folder.FullName, Math.Max(1, parsed.GetValue(Rounds)), parsed.GetValue(Seconds), parsed.GetValue(WarmUp));
                return await report.RunAsync(cancellation) ? 0 : 1;
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        });
        return command;
    }

    /// <summary>Publishes the local edition; gives its folder.</summary>
    internal static async Task<string> PublishAsync(string project, string output, CancellationToken cancellation)
    {
        using var publish = Process.Start("dotnet", ["publish", project, "-c", "Release", "-o", output, "-v", "quiet", "--nologo"]);
        await publish.WaitForExitAsync(cancellation);
        return publish.ExitCode == 0 ? output : throw new InvalidOperationException("The local edition could not be published.");
    }
}
