using System.CommandLine;
using Reseau.Benchmarks.Data;
using Reseau.Benchmarks.Measuring;
using Reseau.Benchmarks.Running;
using Reseau.Load;
using Reseau.Load.Commands;
using Reseau.Partners.Territory;

namespace Reseau.Benchmarks.Commands;

/// <summary>
/// How fast a file of data.inclusion comes in: into a directory that has just started and has none of it, the same again, then one of as many others.
/// </summary>
internal static class ImportCommand
{
    private static readonly Option<int> Services = RunCommand.Number("--services", 100_000, 5_000_000, "Services in the file.");

    public static Command Create()
    {
        var command = new Command("import", "Imports files of data.inclusion v1 straight to the service: into a whole edition, then into the service alone.") { Services, Choices.Seed, Choices.Edition, Choices.Project };
        command.SetAction((parsed, cancellation) => Workplace.RunAsync(parsed, async place =>
        {
            var services = parsed.GetValue(Services);
            var directory = new SyntheticDirectory(2 * services, (ulong)parsed.GetValue(Choices.Seed), France.Shared);
            List<MadeService> first = [.. directory.All().Take(services)];
            (string What, List<MadeService> Services)[] files = [("new, just started", first), ("the same again", first), ("others, new", [.. directory.All().Skip(services)])];
            var data = Path.Combine(place.Folder, "data");
            await using var edition = await LocalEdition.StartAsync(place.Program, data, [], cancellation);
            await Quiet.WaitAsync(edition, cancellation);
            Markdown.Text($"Import of {Markdown.Number(services)} services with their places into an edition of {Markdown.Number((long)edition.ResidentMegabytes)} MB; {Machine.State}.");
            Markdown.Head("file", "MB", "seconds", "services/s", "records/s", "new", "unchanged", "refused", "remarks", "CPU s", "resident MB after", "changes the others lacked", "seconds until they had them", "CPU s until quiet", "most MB");
            var allTaken = true;
            foreach (var file in files) allTaken &= await IntoAsync(edition, data, file.What, file.Services, cancellation);
            // As in a cluster, where the services that follow it have processors of their own. The edition, quiet by then, says who calls.
            await using var service = await PartnersProcess.StartAsync(place.Program, Path.Combine(place.Folder, "alone.db"), cancellation, ("Demo", "true"), ("Keycloak:AuthServerUrl", edition.Web.OriginalString));
            foreach (var file in files) allTaken &= await AloneAsync(service, edition, $"the service alone: {file.What}", file.Services, cancellation);
            return allTaken;
        }, cancellation));
        return command;
    }

    private static async Task<bool> IntoAsync(LocalEdition edition, string data, string what, List<MadeService> services, CancellationToken cancellation)
    {
        var before = edition.ProcessorTime;
        var (taken, columns) = await SendAsync(await edition.AddressOfAsync("partners", cancellation), edition.Web, services, cancellation);
        var then = edition.ProcessorTime;
        var (behind, caughtUp) = await Followers.WaitAsync(data, cancellation);
        await Quiet.WaitAsync(edition, cancellation);
        Markdown.Row([what, .. columns, Markdown.Figure((then - before).TotalSeconds), Markdown.Number((long)edition.ResidentMegabytes), Markdown.Number(behind), Markdown.Figure(caughtUp.TotalSeconds),
            Markdown.Figure((edition.ProcessorTime - then).TotalSeconds), Markdown.Number((long)edition.PeakMegabytes)]);
        return taken;
    }

    private static async Task<bool> AloneAsync(PartnersProcess service, LocalEdition edition, string what, List<MadeService> services, CancellationToken cancellation)
    {
        var before = service.ProcessorTime;
        var (taken, columns) = await SendAsync(service.Address, edition.Web, services, cancellation);
        Markdown.Row([what, .. columns, Markdown.Figure((service.ProcessorTime - before).TotalSeconds), Markdown.Number((long)service.Memory.Resident), "", "", "", ""]);
        return taken;
    }

    private static async Task<(bool Taken, string[] Columns)> SendAsync(Uri address, Uri identity, List<MadeService> services, CancellationToken cancellation)
    {
        var token = await SignIn.AsAsync("si-ccas-rennes", identity, cancellation);
        var (import, bytes, elapsed) = await FileImport.SendAsync(address, token, "ccas-rennes", services, cancellation);
        var seconds = elapsed.TotalSeconds;
        return (import.Refused == 0 && import.Created + import.Unchanged == import.Records,
        [
            Markdown.Number(bytes / 1_000_000), Markdown.Figure(seconds), Markdown.Number((long)(services.Count / seconds)), Markdown.Number((long)(import.Records / seconds)),
            Markdown.Number(import.Created), Markdown.Number(import.Unchanged), Markdown.Number(import.Refused), Markdown.Number(import.RemarkCount),
        ]);
    }
}
