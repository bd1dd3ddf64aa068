using System.CommandLine;
using Reseau.Benchmarks.Commands;
using Reseau.Load.Commands;

namespace Reseau.Benchmarks.Running;

/// <summary>What a measure stands on.</summary>
/// <param name="Folder">Folder that is removed after; other accounts of the machine may walk through it.</param>
/// <param name="Program">Folder of a published local edition.</param>
internal sealed record Workplace(string Folder, string Program)
{
    /// <summary>Settings of an edition that a few institutions may ask without limit: here they stand for many.</summary>
    public static (string, string)[] Unlimited { get; } = [("Gateway__Limits__InstitutionPerSecond", "1000000"), ("Gateway__Limits__InstitutionBurst", "1000000")];

    /// <summary>Options of an edition on a server of PostgreSQL, or on SQLite.</summary>
    public static string[] Options(string? postgres) => postgres is null ? [] : ["--postgres", postgres];

    /// <summary>Measures, and gives the exit code: 0 when all went well.</summary>
    public static async Task<int> RunAsync(ParseResult parsed, Func<Workplace, Task<bool>> measure, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("reseau-benchmark-");
        // PostgreSQL runs under an account of its own and has to come to its files.
        if (!OperatingSystem.IsWindows()) folder.UnixFileMode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        try
        {
            var program = parsed.GetValue(Choices.Edition)!;
            if (program.Length == 0) program = await ReportCommand.PublishAsync(parsed.GetValue(Choices.Project)!, Path.Combine(folder.FullName, "edition"), cancellation);
            return await measure(new(folder.FullName, program)) ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
