using Google.Protobuf;
using Grpc.Core;
using Reseau.Testing.Contracts;
using Reseau.Testing.Databases;
using Reseau.Testing.Hosts;
using Reseau.Training.V1;
using static Reseau.Training.Tests.Campaigns.Asking;
using static Reseau.Training.Tests.Rpc.Network;

namespace Reseau.Training.Tests.Campaigns;

/// <summary>Every method × everybody, on a campaign of ccas-rennes and on one of the network that are over, and on drafts: who reaches them, and who is told nothing.</summary>
public sealed class ReachingCampaigns
{
    private const string Heads = "yann nadia sofia admin";
    private const string Persons = "claire yann karim nadia paul sofia admin";

    // Of a campaign of ccas-rennes, then of one of the network, then of a draft of ccas-rennes. What the method says to who reaches it is another test's business.
    private static readonly Dictionary<string, (string Own, string Network, string Draft)> Matrix = new(StringComparer.Ordinal)
    {
        ["UpdateCampaign"] = ("yann", "sofia", "yann"),
        ["OpenCampaign"] = ("yann", "sofia", "yann"),
        ["DiscardCampaign"] = ("yann", "sofia", "yann"),
        ["CloseCampaign"] = ("yann", "sofia", "yann"),
        ["GetCampaign"] = ("yann sofia admin", Heads, "yann"),
        ["GetCampaignResults"] = ("yann sofia admin", Heads, "yann"),
        ["ListCampaignTexts"] = ("yann", "sofia", "yann"),
        ["GetMyCampaign"] = ("claire yann", "claire yann karim nadia", ""),
        ["AnswerCampaign"] = ("claire yann", "claire yann karim nadia", ""),
        ["ListCampaigns"] = (Heads, Heads, Heads),
        ["ListMyCampaigns"] = (Persons, Persons, Persons),
    };

    private static readonly Dictionary<string, string> Accounts = new(StringComparer.Ordinal)
    {
        ["claire"] = Claire, ["yann"] = Yann, ["karim"] = Karim, ["nadia"] = Nadia, ["paul"] = Paul, ["sofia"] = Sofia, ["admin"] = Admin, ["cafsystem"] = CafSystem, ["anonymous"] = "",
    };

    [Fact]
    public async Task Each_reaches_what_is_theirs_and_learns_nothing_of_the_rest()
    {
        var (host, _) = await StartedAsync(DatabaseProvider.Sqlite);
        foreach (var account in (string[])[Claire, Yann, Karim, Nadia]) await ClaimAsync(host, account, Function.ReceptionAgent);
        var (own, network, draft) = (await OpenedAsync(host, Yann, ACampaign(host)), await OpenedAsync(host, Sofia, ACampaign(host, network: true)), await CreatedAsync(host, Yann, ACampaign(host)));
        (own, network) = (await ClosedAsync(host, Yann, own.Name), await ClosedAsync(host, Sofia, network.Name));
        var methods = CampaignsService.Descriptor.Methods.Where(method => method.Name != "CreateCampaign").ToList();
        Assert.Equal(Matrix.Keys.Order(), methods.Select(method => method.Name).Order());

        foreach (var method in methods)
        {
            var (ofOwn, ofNetwork, ofDraft) = Matrix[method.Name];
            foreach (var (campaign, allowed) in ((Campaign, string)[])[(own, ofOwn), (network, ofNetwork), (draft, ofDraft)])
            {
                foreach (var (who, account) in Accounts)
                {
                    var invoker = account.Length == 0 ? host.Channel.CreateCallInvoker() : await host.AsAsync(account);
                    var (code, reason) = await EveryMethod.CallAsync(invoker, method, RequestOf(host, method.Name, campaign).ToByteArray());
                    var shut = code is StatusCode.PermissionDenied or StatusCode.Unauthenticated;
                    Assert.True(allowed.Split(' ').Contains(who) != shut, $"{method.Name} of {campaign.Title} {campaign.State} by {who}: {code} {reason}");
                    Assert.NotEqual(StatusCode.Internal, code);
                    Assert.NotEqual(StatusCode.Unknown, code);
                }
            }
        }
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Heads_write_for_their_own_people_and_the_chargee_de_mission_for_the_network()
    {
        var (host, _) = await StartedAsync(DatabaseProvider.Sqlite);
        foreach (var (account, network, allowed) in ((string, bool, bool)[])[(Yann, false, true), (Yann, true, false), (Sofia, true, true), (Sofia, false, false), (Admin, true, false), (Claire, false, false)])
        {
            var call = (await host.CampaignsAsync(account)).CreateCampaignAsync(new() { Campaign = ACampaign(host, network), RequestId = NewId() });
            if (allowed) Assert.Equal(network, (await call).Network);
            else Assert.Equal("NOT_ALLOWED", EveryMethod.ErrorInfoOf(await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync)).Reason);
        }
        // A draft is shown to who keeps it, and nobody else.
        Assert.Single((await (await host.CampaignsAsync(Yann)).ListCampaignsAsync(new())).Campaigns);
        Assert.Single((await (await host.CampaignsAsync(Sofia)).ListCampaignsAsync(new())).Campaigns);
        Assert.Empty((await (await host.CampaignsAsync(Nadia)).ListCampaignsAsync(new())).Campaigns);
        Assert.Empty((await (await host.CampaignsAsync(Admin)).ListCampaignsAsync(new())).Campaigns);
        await host.DisposeAsync();
    }

    // What changes something is asked in a way that changes nothing: the next caller finds what the one before did.
    private static IMessage RequestOf(TrainingHost host, string method, Campaign campaign) => method switch
    {
        "UpdateCampaign" => new UpdateCampaignRequest { Campaign = new(ACampaign(host)) { Name = campaign.Name, Etag = "\"0\"" }, RequestId = NewId() },
        "OpenCampaign" => new OpenCampaignRequest { Name = campaign.Name, Etag = "\"0\"", RequestId = NewId() },
        "DiscardCampaign" => new DiscardCampaignRequest { Name = campaign.Name, Etag = "\"0\"", RequestId = NewId() },
        "CloseCampaign" => new CloseCampaignRequest { Name = campaign.Name, Etag = "\"0\"", RequestId = NewId() },
        "GetCampaign" => new GetCampaignRequest { Name = campaign.Name },
        "GetCampaignResults" => new GetCampaignResultsRequest { Name = campaign.Name },
        "ListCampaignTexts" => new ListCampaignTextsRequest { Name = campaign.Name, Question = "aide" },
        "GetMyCampaign" => new GetMyCampaignRequest { Name = campaign.Name },
        "AnswerCampaign" => Sheet(campaign.Name, 1),
        _ => new ListCampaignsRequest(),
    };
}
