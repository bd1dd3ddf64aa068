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
        command.SetAction((parsed, cancellation) => Workplace.RunAsync(parsed, async place =>
        {
            var directory = new SyntheticDirectory(parsed.GetValue(Services), (ulong)parsed.GetValue(Choices.Seed), France.Shared);
            var data = Path.Combine(place.Folder, "data");
            await using var edition = await LocalEdition.StartAsync(place.Program, data, [], cancellation);
            await Quiet.WaitAsync(edition, cancellation);
            Markdown.Text($"Import of {Markdown.Number(directory.Services)} services with their places into an edition of {Markdown.Number((long)edition.ResidentMegabytes)} MB; {Machine.State}.");
            Markdown.Head("file", "MB", "seconds", "CPU s of the edition", "services/s", "records/s", "new", "unchanged", "refused", "remarks", "changes the others lacked", "seconds until they had them", "CPU s until quiet", "resident MB after", "most MB");
            return await SendAsync("new", edition, data, directory, cancellation) && await SendAsync("the same again", edition, data, directory, cancellation);
        }, cancellation));
        return command;
    }

    private static async Task<bool> SendAsync(string what, LocalEdition edition, string data, SyntheticDirectory directory, CancellationToken cancellation)
    {
        var token = await SignIn.AsAsync("si-ccas-rennes", edition.Web, cancellation);
        var before = edition.ProcessorTime;
        var (import, bytes, elapsed) = await FileImport.SendAsync(await edition.AddressOfAsync("partners", cancellation), token, "ccas-rennes", directory, cancellation);
        var (seconds, then) = (elapsed.TotalSeconds, edition.ProcessorTime);
        var (behind, caughtUp) = await Followers.WaitAsync(data, cancellation);
        await Quiet.WaitAsync(edition, cancellation);
        Markdown.Row(what, Markdown.Number(bytes / 1_000_000), Markdown.Figure(seconds), Markdown.Figure((then - before).TotalSeconds), Markdown.Number((long)(directory.Services / seconds)),
            Markdown.Number((long)(import.Records / seconds)), Markdown.Number(import.Created), Markdown.Number(import.Unchanged), Markdown.Number(import.Refused), Markdown.Number(import.RemarkCount),
            Markdown.Number(behind), Markdown.Figure(caughtUp.TotalSeconds), Markdown.Figure((edition.ProcessorTime - then).TotalSeconds), Markdown.Number((long)edition.ResidentMegabytes), Markdown.Number((long)edition.PeakMegabytes));
        return import.Refused == 0 && import.Created + import.Unchanged == import.Records;
    }
}
