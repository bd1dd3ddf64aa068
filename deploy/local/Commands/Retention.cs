using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Reseau.Referrals.Privacy;
using Command = System.CommandLine.Command;

namespace Reseau.Local.Commands;

/// <summary>Erases the persons whose time is over, or says how many that would be.</summary>
internal static class Retention
{
    public static Command Command()
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "Only counts, by institution and month of the last contact." };
        var command = new Command("retention", "Erases the personal data of closed referrals whose institution keeps them no longer.") { dryRun };
        command.SetAction((parsed, cancellation) => Failures.ReportAsync(async () =>
        {
            await Services.ForEachAloneAsync(LocalOptions.Of(parsed), NobodyAsync, RunAsync, NobodyAsync, NobodyAsync, cancellation);
            return 0;

            async Task<string> RunAsync(IServiceProvider services, IProgress<long> progress, CancellationToken token)
            {
                var dry = parsed.GetValue(dryRun);
                var report = await services.GetRequiredService<RetentionRun>().RunAsync(dry, token);
                return string.Join(Environment.NewLine, report.Lines.Select(line => $"{line}")
                    .Prepend($"{report.Erased} referrals {(dry ? "would be" : "were")} erased, {report.Open} still open though their time is over, {report.Drafts} drafts thrown away"));
            }
        }));
        return command;
    }

    private static Task<string> NobodyAsync(IServiceProvider services, IProgress<long> progress, CancellationToken cancellation) => Task.FromResult("holds no beneficiaries");
}
