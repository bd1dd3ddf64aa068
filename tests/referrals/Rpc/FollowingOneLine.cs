using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Reseau.Hosting.Log;
using Reseau.Referrals.V1;
using Reseau.Referrals.Views;
using Reseau.Testing.Databases;
using Reseau.Testing.Hosts;
using static Reseau.Referrals.V1.Referral.Types;
using static Reseau.Testing.Contracts.EveryMethod;
using Action = Reseau.Referrals.V1.Referral.Types.Action;
using Worklist = Reseau.Referrals.V1.ListReferralsRequest.Types.Worklist;

namespace Reseau.Referrals.Tests.Rpc;

public sealed class FollowingOneLine
{
    [Theory, OnEveryProvider]
    public async Task A_person_whom_two_could_not_take_is_served_by_the_third_and_the_sender_follows_one_line(DatabaseProvider provider)
    {
        var network = new ReferralsHost { Provider = provider };
        await network.InitializeAsync();
        try
        {
            await FollowAsync(network);
        }
        finally
        {
            await network.DisposeAsync();
        }
    }

    private static async Task FollowAsync(ReferralsHost host)
    {
        var (ccas, caf) = (await host.ClientAsync("si-ccas-rennes"), await host.ClientAsync("si-caf-35"));
        var (departement, missionLocale) = (await host.ClientAsync("si-departement-35"), await host.ClientAsync("si-mission-locale-rennes"));
        var first = await ccas.SubmitReferralAsync(ReferralsHost.Submission(await host.KnowsServiceOfAsync("caf-35")));

        // The CAF passes her on to the département, and is done with her.
        var ended = await caf.RedirectReferralAsync(new()
        {
            Name = first.Name, Etag = first.Etag, RequestId = NewId(), Service = await host.KnowsServiceOfAsync("departement-35"), Reasons = { "hors-périmètre" }, Message = "C'est au département de l'aider.",
        });
        Assert.Equal((State.Redirected, NationalStatus.Refusee, ChainState.Unspecified), (ended.State, ended.NationalStatus, ended.ChainState));
        Assert.Equal(["hors-périmètre"], ended.DeclineReasons);
        Assert.Equal([Referral.Types.Action.WithdrawConsent, Referral.Types.Action.Correct], ended.PossibleActions);
        Assert.Equal([(first.Name, "institutions/caf-35", State.Redirected), ("", "institutions/departement-35", State.Unspecified)], Links(ended));
        await RefusedAsync(() => caf.GetReferralAsync(new() { Name = ended.RedirectedTo }), StatusCode.PermissionDenied, "NOT_ALLOWED");

        // The département reads the file as the CCAS wrote it, and who sends it now.
        var second = await departement.GetReferralAsync(new() { Name = ended.RedirectedTo });
        Assert.Equal((State.Submitted, "institutions/ccas-rennes", "institutions/departement-35", first.Name), (second.State, second.Sender, second.Recipient, second.RedirectedFrom));
        // All but the proof of the consent, which stays with the sender.
        Assert.Equal((first.Need, first.Beneficiary, first.ReferrerContact, new Consent(first.Consent) { Witness = "" }), (second.Need, second.Beneficiary, second.ReferrerContact, second.Consent));
        Assert.Equal([("", "institutions/caf-35", State.Unspecified), (second.Name, "institutions/departement-35", State.Submitted)], Links(second));
        Assert.Equal(("institutions/caf-35", "referral-submitted", "C'est au département de l'aider."), (second.Timeline[0].Institution, second.Timeline[0].Type, second.Timeline[0].Message));
        await RefusedAsync(() => departement.GetReferralAsync(new() { Name = first.Name }), StatusCode.PermissionDenied, "NOT_ALLOWED");

        // It refuses; the CCAS sends the same file elsewhere, and the refusal stays one.
        var declined = await departement.DeclineReferralAsync(new() { Name = second.Name, RequestId = NewId(), Reasons = { "plus-de-place" } });
        Assert.Equal(ChainState.Declined, (await ccas.GetReferralAsync(new() { Name = first.Name })).ChainState);
        Assert.Equal([Action.Redirect, Action.WithdrawConsent, Action.Correct], (await ccas.GetReferralAsync(new() { Name = second.Name })).PossibleActions);
        var forwarded = await ccas.RedirectReferralAsync(new() { Name = second.Name, Etag = declined.Etag, RequestId = NewId(), Service = await host.KnowsServiceOfAsync("mission-locale-rennes") });
        Assert.Equal((State.Declined, ChainState.Open), (forwarded.State, forwarded.ChainState));
        Assert.Equal([Action.WithdrawConsent, Action.Correct], (await departement.GetReferralAsync(new() { Name = second.Name })).PossibleActions);

        var third = forwarded.RedirectedTo;
        await missionLocale.AcceptReferralAsync(new() { Name = third, RequestId = NewId() });
        await AssertOneLineAsync(ccas, Worklist.SentUnderWay, third);
        await missionLocale.CompleteReferralAsync(new() { Name = third, RequestId = NewId(), Outcome = Outcome.Served });

        // Whichever the CCAS opens, it learns how it all ended.
        foreach (var name in (string[])[first.Name, second.Name, third])
        {
            var read = await ccas.GetReferralAsync(new() { Name = name });
            Assert.Equal(ChainState.Served, read.ChainState);
            Assert.Equal(
                [(first.Name, "institutions/caf-35", State.Redirected), (second.Name, "institutions/departement-35", State.Declined), (third, "institutions/mission-locale-rennes", State.Completed)],
                Links(read));
        }
        await AssertOneLineAsync(ccas, Worklist.SentClosed, third);
        Assert.Equal([first.Name], await NamesAsync(caf, Worklist.ReceivedClosed));
        Assert.Equal([second.Name], await NamesAsync(departement, Worklist.ReceivedClosed));
        await AssertRebuildableAsync(host);
    }

    private static IEnumerable<(string, string, State)> Links(Referral referral) => referral.Chain.Select(link => (link.Referral, link.Recipient, link.State));

    private static async Task<IEnumerable<string>> NamesAsync(ReferralsService.ReferralsServiceClient client, Worklist list) =>
        (await client.ListReferralsAsync(new() { Worklist = list, PageSize = 200 })).Referrals.Select(referral => referral.Name);

    // The sender has this one on this list, and nothing else on any.
    private static async Task AssertOneLineAsync(ReferralsService.ReferralsServiceClient sender, Worklist list, string name)
    {
        foreach (var each in Enum.GetValues<Worklist>())
            Assert.Equal(each == list || each == Worklist.Unspecified ? [name] : [], await NamesAsync(sender, each));
        var line = (await sender.ListReferralsAsync(new() { Worklist = list })).Referrals.Single();
        Assert.Equal((3, line.Chain[1].Referral), (line.Chain.Count, line.RedirectedFrom));
    }

    private static async Task AssertRebuildableAsync(ReferralsHost host)
    {
        var before = await RowsAsync(host);
        await host.Services.GetRequiredService<ViewRebuilder<ReferralsDb>>().RebuildAsync(progress: null, CancellationToken.None);
        Assert.Equal(before, await RowsAsync(host));
    }

    private static Task<List<string>> RowsAsync(ReferralsHost host) => host.ReadAsync(async db =>
        (await db.Worklists.AsNoTracking().OrderBy(row => row.Hop).ToListAsync()).ConvertAll(row => System.Text.Json.JsonSerializer.Serialize(row)));

    private static async Task RefusedAsync(Func<AsyncUnaryCall<Referral>> call, StatusCode code, string reason)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await call());
        Assert.Equal((code, reason), (refused.StatusCode, ErrorInfoOf(refused).Reason));
    }

    private static string NewId() => Guid.NewGuid().ToString();
}
