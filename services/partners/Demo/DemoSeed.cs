using Reseau.Hosting.Log;
using Reseau.Partners.Domain;
using Reseau.Partners.Rpc;
using Reseau.Partners.Views;

namespace Reseau.Partners.Demo;

/// <summary>Loads the demo network into an empty directory, in one transaction: a start that is interrupted begins again.</summary>
internal sealed class DemoSeed(CommandLog<PartnersDb> commands, LogReader<PartnersDb> log, IConfiguration configuration, TimeProvider clock) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!configuration.GetValue<bool>("Demo") || await log.HeadAsync(cancellationToken) > 0) return;
        var command = Command.OfNobody("demo-network", [], clock.GetUtcNow());
        await commands.ExecuteAsync(command, async (unit, cancellation) =>
        {
            var last = default(StreamVersion);
            foreach (var happened in DemoNetwork.Load().Events()) last = await unit.AppendAsync(StreamOf(happened), 0, [happened], cancellation);
            return last;
        }, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static string StreamOf(PartnerEvent happened) => happened switch
    {
        InstitutionRegistered(var institution) => Names.Institution(institution.Id),
        StructurePublished(var structure) => Names.Structure(structure.Id),
        ServicePublished(var service) => Names.Service(service.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(happened)),
    };
}
