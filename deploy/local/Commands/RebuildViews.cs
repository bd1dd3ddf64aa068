using Microsoft.Extensions.DependencyInjection;
using Reseau.Conventions.Views;
using Reseau.Hosting.Log;
using Reseau.Partners.Views;
using Reseau.Referrals.Views;
using Reseau.Training.Views;
using Command = System.CommandLine.Command;

namespace Reseau.Local.Commands;

/// <summary>Folds the logs into their views again.</summary>
internal static class RebuildViews
{
    public static Command Command()
    {
        var command = new Command("rebuild-views", "Empties the views of every service and rebuilds them from its log.");
        command.SetAction((parsed, cancellation) => Failures.ReportAsync(async () =>
        {
            await Services.ForEachAloneAsync(LocalOptions.Of(parsed), RunAsync<PartnersDb>, RunAsync<ReferralsDb>, RunAsync<ConventionsDb>, RunAsync<TrainingDb>, cancellation);
            return 0;
        }));
        return command;
    }

    private static async Task<string> RunAsync<TDb>(IServiceProvider services, IProgress<long> progress, CancellationToken cancellation) where TDb : LogDb =>
        $"{await services.GetRequiredService<ViewRebuilder<TDb>>().RebuildAsync(progress, cancellation)} events folded";
}
