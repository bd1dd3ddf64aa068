using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Reseau.Hosting.Log;
using Reseau.Testing.Databases;
using Reseau.Testing.Hosts;
using Reseau.Training.Views;

namespace Reseau.Training.Tests.Rpc;

public sealed class StartingTheService
{
    [Theory, OnEveryProvider]
    public async Task Without_the_demo_network_there_are_words_and_rules_only_and_time_is_the_clocks(DatabaseProvider provider)
    {
        var (host, clock) = await Network.StartedAsync(provider);

        Assert.Equal(["habilitation-rule-defined", "skill-defined"], await host.ReadAsync(db => db.Events.Select(recorded => recorded.Type).Distinct().OrderBy(type => type).ToListAsync()));
        Assert.Same(clock, host.Services.GetRequiredService<TimeProvider>());
        await host.DisposeAsync();
    }

    [Theory, OnEveryProvider]
    public async Task What_the_demo_network_brought_is_brought_once(DatabaseProvider provider)
    {
        var host = new TrainingHost { Provider = provider, Demo = true };
        await host.InitializeAsync();
        var brought = await host.ReadAsync(db => db.Events.CountAsync());

        await host.StopAsync();
        await host.StartAsync();

        Assert.Equal(brought, await host.ReadAsync(db => db.Events.CountAsync()));
        Assert.Null((await host.Services.GetRequiredService<LogVerifier<TrainingDb>>().VerifyAsync(progress: null, CancellationToken.None)).FirstAltered);
        await host.DisposeAsync();
    }
}
