using Reseau.Testing.Databases;
using Reseau.Training.V1;
using static Reseau.Training.Tests.Campaigns.Asking;
using static Reseau.Training.Tests.Needs.Needing;
using static Reseau.Training.Tests.Rpc.Network;

namespace Reseau.Training.Tests.Campaigns;

/// <summary>Campaigns for those who keep them: drafts that are thrown away, and what their list says.</summary>
public sealed class KeepingCampaigns
{
    [Theory, OnEveryProvider]
    public async Task A_draft_is_thrown_away_and_what_was_opened_is_not(DatabaseProvider provider)
    {
        var (host, _) = await StartedAsync(provider);
        var (yann, sofia) = (await host.CampaignsAsync(Yann), await host.CampaignsAsync(Sofia));
        var (draft, opened) = (await CreatedAsync(host, Yann, ACampaign(host)), await OpenedAsync(host, Yann, ACampaign(host)));
        Assert.Equal("STALE_ETAG", await ReasonAsync(yann.DiscardCampaignAsync(new() { Name = draft.Name, Etag = "\"9\"", RequestId = NewId() })));
        Assert.Equal("NOT_ALLOWED", await ReasonAsync(sofia.DiscardCampaignAsync(new() { Name = draft.Name, RequestId = NewId() })));
        Assert.Equal("CAMPAIGN_OPENED", await ReasonAsync(yann.DiscardCampaignAsync(new() { Name = opened.Name, RequestId = NewId() })));

        var discarded = await yann.DiscardCampaignAsync(new() { Name = draft.Name, Etag = draft.Etag, RequestId = NewId() });

        Assert.Equal((Campaign.Types.State.Discarded, "Vos besoins"), (discarded.State, discarded.Title));
        Assert.Equal(discarded.Etag, (await yann.DiscardCampaignAsync(new() { Name = draft.Name, RequestId = NewId() })).Etag);
        Assert.Equal(discarded, await yann.GetCampaignAsync(new() { Name = draft.Name }));
        Assert.Equal([opened.Name], (await yann.ListCampaignsAsync(new())).Campaigns.Select(campaign => campaign.Name));
        Assert.Equal("CAMPAIGN_DISCARDED", await ReasonAsync(yann.OpenCampaignAsync(new() { Name = draft.Name, RequestId = NewId() })));
        Assert.Equal("CAMPAIGN_DISCARDED", await ReasonAsync(yann.UpdateCampaignAsync(new() { Campaign = new(ACampaign(host)) { Name = draft.Name }, RequestId = NewId() })));
        Assert.Equal("CAMPAIGN_NOT_OPEN", await ReasonAsync(yann.CloseCampaignAsync(new() { Name = draft.Name, RequestId = NewId() })));
        // Whoever looks after the network sees the campaigns of institutions once they are opened: this one never was.
        Assert.Equal("NOT_ALLOWED", await ReasonAsync(sofia.GetCampaignAsync(new() { Name = draft.Name })));
        Assert.Equal("NOT_ALLOWED", await ReasonAsync(yann.GetMyCampaignAsync(new() { Name = draft.Name })));
        Assert.Equal("CAMPAIGN_NOT_FOUND", await ReasonAsync((await host.NeedsAsync(Yann)).RaiseNeedAsync(
            new() { Need = new(ANeed()) { RevealedBy = { new NeedOrigin { Campaign = new() { Campaign = draft.Name } } } }, RequestId = NewId() })));
        await host.DisposeAsync();
    }

    [Theory, OnEveryProvider]
    public async Task The_list_says_of_each_campaign_how_many_answered_to_those_who_keep_it(DatabaseProvider provider)
    {
        var (host, _) = await StartedAsync(provider);
        foreach (var account in (string[])[Claire, Yann]) await ClaimAsync(host, account, Function.ReceptionAgent);
        var (named, anonymous) = (await OpenedAsync(host, Yann, ACampaign(host)), await OpenedAsync(host, Yann, ACampaign(host, anonymous: true)));
        var (closed, network) = (await OpenedAsync(host, Yann, ACampaign(host)), await OpenedAsync(host, Sofia, ACampaign(host, network: true)));
        await CreatedAsync(host, Yann, ACampaign(host));
        foreach (var campaign in (Campaign[])[named, anonymous, closed, network]) await (await host.CampaignsAsync(Claire)).AnswerCampaignAsync(Sheet(campaign.Name, 1));
        await (await host.CampaignsAsync(Yann)).AnswerCampaignAsync(Sheet(anonymous.Name, 2));
        await ClosedAsync(host, Yann, closed.Name);

        var answers = (await (await host.CampaignsAsync(Yann)).ListCampaignsAsync(new())).Campaigns.ToDictionary(campaign => campaign.Name, campaign => campaign.Answers);

        Assert.Equal((1, 2, 1, 0, 5), (answers[named.Name], answers[anonymous.Name], answers[closed.Name], answers[network.Name], answers.Count));
        await host.DisposeAsync();
    }
}
