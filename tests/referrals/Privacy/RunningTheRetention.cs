using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Referrals.Privacy;
using Reseau.Referrals.V1;
using Reseau.Referrals.Views;
using Reseau.Testing.Databases;
using Reseau.Testing.Hosts;
using Worklist = Reseau.Referrals.V1.ListReferralsRequest.Types.Worklist;

namespace Reseau.Referrals.Tests.Privacy;

public sealed class RunningTheRetention
{
    [Theory, OnEveryProvider]
    public async Task The_dry_run_says_what_the_run_does_and_figures_stay(DatabaseProvider provider)
    {
        await using var network = await NetworkAsync(provider);
        var (ccas, caf) = (await network.ClientAsync("si-ccas-rennes"), await network.ClientAsync("si-caf-35"));
        var (short1, short2, open) = (await ClosedAsync(network, ccas, caf), await ClosedAsync(network, ccas, caf), await SentAsync(network, ccas));
        var kept = await ClosedAsync(network, await network.ClientAsync("si-departement-35"), caf);
        var before = await ListsAsync(ccas, caf);
        var inThreeMonths = RunOf(network, DateTimeOffset.UtcNow.AddMonths(3), ("ccas-rennes", 2));

        var dry = await inThreeMonths.RunAsync(dryRun: true, CancellationToken.None);
        Assert.Equal("Maëlle", (await ccas.GetReferralAsync(new() { Name = short1 })).Beneficiary.GivenName);
        var real = await inThreeMonths.RunAsync(dryRun: false, CancellationToken.None);
        var again = await inThreeMonths.RunAsync(dryRun: false, CancellationToken.None);

        Assert.Equal(dry.Lines, real.Lines);
        Assert.Equal([("ccas-rennes", 2, 1)], real.Lines.Select(line => (line.Institution, line.Erased, line.Open)));
        Assert.Equal((0, 1), (again.Erased, again.Open));
        foreach (var name in (string[])[short1, short2])
        {
            foreach (var client in (ReferralsService.ReferralsServiceClient[])[ccas, caf])
            {
                var file = await client.GetReferralAsync(new() { Name = name });
                Assert.Equal((new Beneficiary(), "", Referral.Types.State.Completed, true), (file.Beneficiary, file.Need, file.State, file.Consent.Given));
                Assert.NotNull(file.ErasedTime);
                Assert.Null(file.Consent.WithdrawnTime);
                Assert.Equal(("referral-erased", "", ""), (file.Timeline[^1].Type, file.Timeline[^1].Institution, file.Timeline[^1].Message));
                Assert.Empty(file.PossibleActions);
            }
        }
        foreach (var name in (string[])[open, kept]) Assert.Equal("Maëlle", (await caf.GetReferralAsync(new() { Name = name })).Beneficiary.GivenName);
        Assert.Equal(before, await ListsAsync(ccas, caf));
        Assert.Null((await network.Services.GetRequiredService<LogVerifier<ReferralsDb>>().VerifyAsync(null, CancellationToken.None)).FirstAltered);
    }

    [Theory, OnEveryProvider]
    public async Task A_draft_that_nobody_touches_is_thrown_away_and_the_dry_run_says_so(DatabaseProvider provider)
    {
        await using var network = await NetworkAsync(provider);
        var ccas = await network.ClientAsync("si-ccas-rennes");
        var draft = await ccas.SaveDraftAsync(new() { RequestId = NewId(), Referral = ReferralsHost.Submission(await network.KnowsServiceOfAsync("caf-35")).Referral });
        var sent = await SentAsync(network, ccas);
        Assert.Equal(0, (await RunOf(network, DateTimeOffset.UtcNow.AddDays(29)).RunAsync(dryRun: false, CancellationToken.None)).Drafts);
        var later = RunOf(network, DateTimeOffset.UtcNow.AddDays(32));

        var dry = await later.RunAsync(dryRun: true, CancellationToken.None);
        Assert.Equal("Maëlle", (await ccas.GetReferralAsync(new() { Name = draft.Name })).Beneficiary.GivenName);
        var real = await later.RunAsync(dryRun: false, CancellationToken.None);

        Assert.Equal(dry.Lines, real.Lines);
        Assert.Equal((1, 0, 0), (real.Drafts, real.Erased, real.Open));
        Assert.Contains("1 drafts to throw away", Assert.Single(real.Lines).ToString(), StringComparison.Ordinal);
        Assert.Equal(0, (await later.RunAsync(dryRun: false, CancellationToken.None)).Drafts);
        var file = await ccas.GetReferralAsync(new() { Name = draft.Name });
        Assert.Equal((Referral.Types.State.Voided, new Beneficiary(), "draft-discarded", ""), (file.State, file.Beneficiary, file.Timeline[^1].Type, file.Timeline[^1].Institution));
        Assert.Equal("Maëlle", (await ccas.GetReferralAsync(new() { Name = sent })).Beneficiary.GivenName);
        Assert.Equal(1, await network.ReadAsync(db => Task.FromResult(db.PersonalKeys.Count())));
    }

    [Fact]
    public async Task The_views_rebuilt_say_the_same_and_followers_hear_of_it()
    {
        await using var network = await NetworkAsync(DatabaseProvider.Sqlite);
        var (ccas, caf) = (await network.ClientAsync("si-ccas-rennes"), await network.ClientAsync("si-caf-35"));
        await ClosedAsync(network, ccas, caf);
        await RunOf(network, DateTimeOffset.UtcNow.AddMonths(30)).RunAsync(dryRun: false, CancellationToken.None);
        var withdrawn = await SentAsync(network, ccas);
        await ccas.WithdrawConsentAsync(new() { Name = withdrawn, RequestId = NewId() });
        var before = await ccas.ListReferralsAsync(new());

        await network.Services.GetRequiredService<ViewRebuilder<ReferralsDb>>().RebuildAsync(null, CancellationToken.None);

        Assert.Equal(before, await ccas.ListReferralsAsync(new()));
        using var watch = caf.WatchReferrals(new());
        var heard = new List<string>();
        while (await watch.ResponseStream.MoveNext(CancellationToken.None) && watch.ResponseStream.Current.Change is { } change)
        {
            if (change.ReferralErased is { } erased) heard.Add($"{change.Type} {erased.Sender} {erased.Recipient} {change.Institution}");
        }
        Assert.Equal(["referral-erased institutions/ccas-rennes institutions/caf-35 "], heard);
    }

    [Fact]
    public async Task More_than_a_page_is_gone_through()
    {
        await using var network = await NetworkAsync(DatabaseProvider.Sqlite);
        var ccas = await network.ClientAsync("si-ccas-rennes");
        var service = await network.KnowsServiceOfAsync("caf-35");
        await Parallel.ForEachAsync(Enumerable.Range(0, 510), async (_, token) =>
        {
            var sent = await ccas.SubmitReferralAsync(ReferralsHost.Submission(service), cancellationToken: token);
            await ccas.CancelReferralAsync(new() { Name = sent.Name, RequestId = NewId() }, cancellationToken: token);
        });
        var run = RunOf(network, DateTimeOffset.UtcNow.AddMonths(30));

        Assert.Equal(510, (await run.RunAsync(dryRun: true, CancellationToken.None)).Erased);
        Assert.Equal(510, (await run.RunAsync(dryRun: false, CancellationToken.None)).Erased);
        Assert.Equal(0, await network.ReadAsync(db => Task.FromResult(db.PersonalKeys.Count())));
    }

    private static RetentionRun RunOf(ReferralsHost network, DateTimeOffset now, params (string Institution, int Months)[] durations)
    {
        var options = new RetentionOptions();
        foreach (var (institution, months) in durations) options.Institutions[institution] = months;
        return ActivatorUtilities.CreateInstance<RetentionRun>(network.Services, Options.Create(options), new Reseau.Testing.TestClock(now));
    }

    private static async Task<string> SentAsync(ReferralsHost network, ReferralsService.ReferralsServiceClient sender) =>
        (await sender.SubmitReferralAsync(ReferralsHost.Submission(await network.KnowsServiceOfAsync("caf-35")))).Name;

    private static async Task<string> ClosedAsync(ReferralsHost network, ReferralsService.ReferralsServiceClient sender, ReferralsService.ReferralsServiceClient recipient)
    {
        var name = await SentAsync(network, sender);
        await recipient.AcceptReferralAsync(new() { Name = name, RequestId = NewId(), Message = "Nous la rappelons." });
        await recipient.CompleteReferralAsync(new() { Name = name, RequestId = NewId(), Outcome = Referral.Types.Outcome.Served });
        return name;
    }

    // What lists count and say, without whom they speak of.
    private static async Task<List<string>> ListsAsync(params ReferralsService.ReferralsServiceClient[] clients)
    {
        var lists = new List<string>();
        foreach (var client in clients)
        {
            foreach (var list in Enum.GetValues<Worklist>())
            {
                var page = await client.ListReferralsAsync(new() { Worklist = list, PageSize = 200 });
                lists.Add($"{list}: {page.Counts} {string.Join(", ", page.Referrals.Select(referral => $"{referral.Name} {referral.State} {referral.NationalStatus} {referral.UpdateTime}"))}");
            }
        }
        return lists;
    }

    private static async Task<ReferralsHost> NetworkAsync(DatabaseProvider provider)
    {
        var host = new ReferralsHost { Provider = provider };
        await host.InitializeAsync();
        return host;
    }

    private static string NewId() => Guid.NewGuid().ToString();
}
