using System.CommandLine;
using Reseau.Benchmarks.Data;
using Reseau.Benchmarks.Measuring;
using Reseau.Benchmarks.Running;
using Reseau.Load;
using Reseau.Load.Commands;
using Reseau.Partners.Territory;

namespace Reseau.Benchmarks.Commands;

/// <summary>How fast a file of data.inclusion comes in: into a directory that has none of it, then again unchanged.</summary>
internal static class ImportCommand
{
    private static readonly Option<int> Services = RunCommand.Number("--services", 100_000, 5_000_000, "Services in the file.");

    public static Command Create()
    {
        var command = new Command("import", "Imports a file of data.inclusion v1 twice, straight to the service.") { Services, Choices.Seed, Choices.Edition, Choices.Project };
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = Directory.CreateTempSubdirectory("reseau-benchmark-");
            try
            {
                var program = parsed.GetValue(Choices.Edition)!;
                if (program.Length == 0) program = await ReportCommand.PublishAsync(parsed.GetValue(Choices.Project)!, Path.Combine(folder.FullName, "edition"), cancellation);
                var directory = new SyntheticDirectory(parsed.GetValue(Services), (ulong)parsed.GetValue(Choices.Seed), France.Shared);
                await using var edition = await LocalEdition.StartAsync(program, Path.Combine(folder.FullName, "data"), cancellation);
                await Quiet.WaitAsync(edition, cancellation);
                Markdown.Text($"Import of {Markdown.Number(directory.Services)} services with their places; {Machine.State}.");
                Markdown.Head("file", "seconds", "services/s", "records/s", "new", "unchanged", "refused", "remarks", "resident MB after");
                var complete = await SendAsync("new", edition, directory, cancellation) && await SendAsync("the same again", edition, directory, cancellation);
                return complete ? 0 : 1;
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        });
        return command;
    }

    private static async Task<bool> SendAsync(string what, LocalEdition edition, SyntheticDirectory directory, CancellationToken cancellation)
    {
        var token = await SignIn.AsAsync("si-ccas-rennes", edition.Web, cancellation);
        var (import, elapsed) = await FileImport.SendAsync(await edition.AddressOfAsync("partners", cancellation), token, "ccas-rennes", directory, cancellation);
        var seconds = elapsed.TotalSeconds;
        Markdown.Row(what, Markdown.Figure(seconds), Markdown.Number((long)(directory.Services / seconds)), Markdown.Number((long)(import.Records / seconds)), Markdown.Number(import.Created),
            Markdown.Number(import.Unchanged), Markdown.Number(import.Refused), Markdown.Number(import.RemarkCount), Markdown.Number((long)edition.ResidentMegabytes));
        return import.Refused == 0 && import.Created + import.Unchanged == import.Records;
    }
}
