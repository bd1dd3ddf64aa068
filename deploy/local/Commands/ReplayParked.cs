using Microsoft.Extensions.DependencyInjection;
using Reseau.Conventions.Views;
using Reseau.Hosting.Log;
using Reseau.Hosting.Messaging;
using Reseau.Partners.Views;
using Reseau.Referrals.Views;
using Reseau.Training.Views;
using Command = System.CommandLine.Command;

namespace Reseau.Local.Commands;

/// <summary>Hands the parked changes over again, once the cause is mended.</summary>
internal static class ReplayParked
{
    public static Command Command()
    {
        var command = new Command("replay", "Hands the changes that a subscription could not handle over to it again.");
        command.SetAction((parsed, cancellation) => Failures.ReportAsync(async () =>
        {
            var waiting = 0;
            await Services.ForEachAloneAsync(LocalOptions.Of(parsed), RunAsync<PartnersDb>, RunAsync<ReferralsDb>, RunAsync<ConventionsDb>, RunAsync<TrainingDb>, cancellation);
            return waiting == 0 ? 0 : 1;

            async Task<string> RunAsync<TDb>(IServiceProvider services, IProgress<long> progress, CancellationToken token) where TDb : LogDb
            {
                var handled = 0;
                foreach (var subscriber in services.GetServices<Subscriber<TDb>>())
                {
                    var (done, left) = await subscriber.ReplayAsync(token);
                    (handled, waiting) = (handled + done, waiting + left);
                }
                return $"{handled} changes handled, {waiting} still parked";
            }
        }));
        return command;
    }
}
