using Microsoft.EntityFrameworkCore;
using Reseau.Testing.Databases;
using Reseau.Training.Tests.Campaigns;
using Reseau.Training.V1;
using static Reseau.Training.Tests.Needs.Needing;
using static Reseau.Training.Tests.Rpc.Network;

namespace Reseau.Training.Tests.Needs;

/// <summary>A need of the network through the service: who keeps it, who reads it, and what counts in it.</summary>
public sealed class RaisingANeedOfTheNetwork
{
    [Theory, OnEveryProvider]
    public async Task The_chargee_de_mission_keeps_it_and_the_heads_of_all_institutions_read_it(DatabaseProvider provider)
    {
        var (host, _) = await StartedAsync(provider);
        var (yann, sofia, nadia) = (await host.NeedsAsync(Yann), await host.NeedsAsync(Sofia), await host.NeedsAsync(Nadia));
        var raised = await RaisedAsync(host, Sofia, OfNetwork(persons: 3));
        Assert.Equal((true, "institutions/rennes-metropole", Need.Types.State.Open), (raised.Network, raised.Institution, raised.State));
        Assert.Equal(("35238", 0), (raised.RevealedBy[0].Searches.Commune, raised.RevealedBy[0].Searches.Searches));

        // Three are nobody's own people: what it is thought to be is told to all who read it.
        Assert.Equal(3, (await yann.GetNeedAsync(new() { Name = raised.Name })).Persons);
        Assert.Equal(3, Assert.Single((await nadia.ListNeedsAsync(new())).Needs).Persons);
        Assert.Equal("NOT_ALLOWED", await ReasonAsync(nadia.UpdateNeedAsync(new() { Need = raised, RequestId = NewId() })));
        Assert.Equal("NOT_ALLOWED", await ReasonAsync(yann.RaiseNeedAsync(new() { Need = OfNetwork(), RequestId = NewId() })));
        Assert.Equal("NOT_ALLOWED", await ReasonAsync(sofia.RaiseNeedAsync(new() { Need = ANeed(), RequestId = NewId() })));

        // Whose it is stays as it was begun.
        var changed = await sofia.UpdateNeedAsync(new() { Need = new(raised) { Network = false, Persons = 4 }, RequestId = NewId() });
        Assert.Equal((true, 4), (changed.Network, changed.Persons));
        await PublishedAsync(host);
        Assert.Equal("NOT_ALLOWED", await ReasonAsync(yann.PlanNeedAsync(new() { Name = raised.Name, Plan = PlanName, Goal = GoalKey, RequestId = NewId() })));
        Assert.Equal(Need.Types.State.Planned, (await sofia.PlanNeedAsync(new() { Name = raised.Name, Plan = PlanName, Goal = GoalKey, RequestId = NewId() })).State);
        Assert.Equal("NOT_ALLOWED", await ReasonAsync(yann.MeetNeedAsync(new() { Name = raised.Name, RequestId = NewId() })));
        Assert.Equal(Need.Types.State.Met, (await sofia.MeetNeedAsync(new() { Name = raised.Name, RequestId = NewId() })).State);
        await host.DisposeAsync();
    }

    [Theory, OnEveryProvider]
    public async Task Lists_and_figures_hold_it_beside_those_of_institutions_and_not_among_them(DatabaseProvider provider)
    {
        var (host, clock) = await StartedAsync(provider);
        var (network, own) = (await RaisedAsync(host, Sofia, OfNetwork(persons: 3)), await RaisedAsync(host, Yann, ANeed(persons: 2)));
        clock.Advance(TimeSpan.FromSeconds(1));
        var others = await RaisedAsync(host, Nadia, ANeed(persons: 30));
        // A row of before there were any of the network does not say that it is none.
        await host.ReadAsync(db => db.Needs.Where(row => row.Name == own.Name).ExecuteUpdateAsync(row => row.SetProperty(need => need.Network, (bool?)null)));
        var (yann, sofia) = (await host.NeedsAsync(Yann), await host.NeedsAsync(Sofia));

        Assert.Equal([others.Name, own.Name, network.Name], Names(await sofia.ListNeedsAsync(new())));
        Assert.Equal([own.Name, network.Name], Names(await yann.ListNeedsAsync(new())));
        Assert.Equal([own.Name], Names(await yann.ListNeedsAsync(new() { Institution = "institutions/ccas-rennes" })));
        Assert.Equal([own.Name], Names(await sofia.ListNeedsAsync(new() { Institution = "institutions/ccas-rennes" })));
        Assert.Empty(Names(await sofia.ListNeedsAsync(new() { Institution = "institutions/rennes-metropole" })));

        Assert.Equal([$"{Theme}  3", $"{SkillName} institutions/ccas-rennes 2"], Lines(await yann.GetNeedFiguresAsync(new())));
        Assert.Equal([$"{Theme}  3", $"{SkillName} institutions/caf-35 -1", $"{SkillName} institutions/ccas-rennes -1"], Lines(await sofia.GetNeedFiguresAsync(new())));
        await host.DisposeAsync();

        static IEnumerable<string> Names(ListNeedsResponse page) => page.Needs.Select(need => need.Name);

        static IEnumerable<string> Lines(NeedFigures figures) => figures.Rows.Select(row => $"{row.Subject} {row.Key} {row.Persons}");
    }

    [Theory, OnEveryProvider]
    public async Task The_referrals_and_the_campaigns_of_the_network_reveal_it(DatabaseProvider provider)
    {
        var (host, clock) = await StartedAsync(provider);
        var now = clock.GetUtcNow();
        await HearAsync(host, [.. Refused(6, "ccas-rennes", Theme, now, "hors-périmètre"), .. Refused(3, "caf-35", Theme, now, "hors-périmètre")]);
        var (network, own) = (await Asking.OpenedAsync(host, Sofia, Asking.ACampaign(host, network: true)), await Asking.OpenedAsync(host, Yann, Asking.ACampaign(host)));
        var need = OfNetwork();
        need.RevealedBy.Add([new NeedOrigin { Referrals = new() { Theme = Theme } }, new NeedOrigin { Campaign = new() { Campaign = network.Name } }]);

        var raised = await RaisedAsync(host, Sofia, need);

        Assert.Equal(9, raised.RevealedBy[1].Referrals.Referrals);
        // The CCAS sent six of them: it would learn that others sent three.
        Assert.Equal(-1, (await (await host.NeedsAsync(Yann)).GetNeedAsync(new() { Name = raised.Name })).RevealedBy[1].Referrals.Referrals);
        Assert.Equal(9, (await (await host.NeedsAsync(Nadia)).GetNeedAsync(new() { Name = raised.Name })).RevealedBy[1].Referrals.Referrals);
        need.RevealedBy[2].Campaign.Campaign = own.Name;
        Assert.Equal("CAMPAIGN_NOT_FOUND", await ReasonAsync((await host.NeedsAsync(Sofia)).RaiseNeedAsync(new() { Need = need, RequestId = NewId() })));
        await host.DisposeAsync();
    }

    // Fewer than five looked for it: the directory tells no number.
    private static Need OfNetwork(int persons = 40) => new()
    {
        Network = true, Theme = Theme, Persons = persons, Urgency = Need.Types.Urgency.Low, RevealedBy = { new NeedOrigin { Searches = new() { Theme = "numerique", Commune = "35238" } } },
    };
}
