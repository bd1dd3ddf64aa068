using Microsoft.Extensions.DependencyInjection;
using Reseau.Conventions.Views;
using Reseau.Hosting.Log;
using Reseau.Partners.Views;
using Reseau.Referrals.Views;
using Reseau.Training.Views;
using Command = System.CommandLine.Command;

namespace Reseau.Local.Commands;

/// <summary>Recomputes the hash chains; exit 1 when a row was altered.</summary>
internal static class Verify
{
    public static Command Command()
    {
        var command = new Command("verify", "Recomputes the hash chains of every log and names the first altered row.");
        command.SetAction((parsed, cancellation) => Failures.ReportAsync(async () =>
        {
            var intact = true;
            await Services.ForEachAsync(LocalOptions.Of(parsed), RunAsync<PartnersDb>, RunAsync<ReferralsDb>, RunAsync<ConventionsDb>, RunAsync<TrainingDb>, cancellation);
            return intact ? 0 : 1;

            async Task<string> RunAsync<TDb>(IServiceProvider services, IProgress<long> progress, CancellationToken token) where TDb : LogDb
            {
                var found = await services.GetRequiredService<LogVerifier<TDb>>().VerifyAsync(progress, token);
                intact &= found.FirstAltered is null;
                return found.FirstAltered is { } position ? $"ALTERED at position {position}" : $"{found.Events} events, intact";
            }
        }));
        return command;
    }
}
