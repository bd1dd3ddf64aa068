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

public sealed class RedirectingAReferral(ReferralsHost host) : IClassFixture<ReferralsHost>
{
    private const string Ccas = "si-ccas-rennes";
    private const string Caf = "si-caf-35";
    private const string Departement = "si-departement-35";
    private const string MissionLocale = "si-mission-locale-rennes";

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
        var (ccas, caf) = (await host.ClientAsync(Ccas), await host.ClientAsync(Caf));
        var (departement, missionLocale) = (await host.ClientAsync(Departement), await host.ClientAsync(MissionLocale));
        var first = await ccas.SubmitReferralAsync(ReferralsHost.Submission(await host.KnowsServiceOfAsync("caf-35")));

        // The CAF passes her on to the département, and is done with her.
        var ended = await caf.RedirectReferralAsync(new()
        {
            Name = first.Name, Etag = first.Etag, RequestId = NewId(), Service = await host.KnowsServiceOfAsync("departement-35"), Reasons = { "hors-périmètre" }, Message = "C'est au département de l'aider.",
        });
        Assert.Equal((State.Redirected, NationalStatus.Refusee, ChainState.Unspecified), (ended.State, ended.NationalStatus, ended.ChainState));
        Assert.Equal(["hors-périmètre"], ended.DeclineReasons);
        Assert.Empty(ended.PossibleActions);
        Assert.Equal([(first.Name, "institutions/caf-35", State.Redirected), ("", "institutions/departement-35", State.Unspecified)], Links(ended));
        await RefusedAsync(() => caf.GetReferralAsync(new() { Name = ended.RedirectedTo }), StatusCode.PermissionDenied, "NOT_ALLOWED");

        // The département reads the file as the CCAS wrote it, and who sends it now.
        var second = await departement.GetReferralAsync(new() { Name = ended.RedirectedTo });
        Assert.Equal((State.Submitted, "institutions/ccas-rennes", "institutions/departement-35", first.Name), (second.State, second.Sender, second.Recipient, second.RedirectedFrom));
        Assert.Equal((first.Need, first.Beneficiary, first.ReferrerContact, first.Consent), (second.Need, second.Beneficiary, second.ReferrerContact, second.Consent));
        Assert.Equal([("", "institutions/caf-35", State.Unspecified), (second.Name, "institutions/departement-35", State.Submitted)], Links(second));
        Assert.Equal(("institutions/caf-35", "referral-submitted", "C'est au département de l'aider."), (second.Timeline[0].Institution, second.Timeline[0].Type, second.Timeline[0].Message));
        await RefusedAsync(() => departement.GetReferralAsync(new() { Name = first.Name }), StatusCode.PermissionDenied, "NOT_ALLOWED");

        // It refuses; the CCAS sends the same file elsewhere, and the refusal stays one.
        var declined = await departement.DeclineReferralAsync(new() { Name = second.Name, RequestId = NewId(), Reasons = { "plus-de-place" } });
        Assert.Equal(ChainState.Declined, (await ccas.GetReferralAsync(new() { Name = first.Name })).ChainState);
        Assert.Equal([Action.Redirect], (await ccas.GetReferralAsync(new() { Name = second.Name })).PossibleActions);
        var forwarded = await ccas.RedirectReferralAsync(new() { Name = second.Name, Etag = declined.Etag, RequestId = NewId(), Service = await host.KnowsServiceOfAsync("mission-locale-rennes") });
        Assert.Equal((State.Declined, ChainState.Open), (forwarded.State, forwarded.ChainState));
        Assert.Empty((await departement.GetReferralAsync(new() { Name = second.Name })).PossibleActions);

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

    [Fact]
    public async Task A_lost_reply_retried_gives_the_first_result_and_no_second_referral()
    {
        var (ccas, caf) = (await host.ClientAsync(Ccas), await host.ClientAsync(Caf));
        var sent = await SendAsync(ccas);
        var request = new RedirectReferralRequest { Name = sent.Name, Etag = sent.Etag, RequestId = NewId(), Service = await host.KnowsServiceOfAsync("departement-35"), Reasons = { "plus-de-place" } };

        var first = await caf.RedirectReferralAsync(request);
        await (await host.ClientAsync(Departement)).AcceptReferralAsync(new() { Name = first.RedirectedTo, RequestId = NewId() });

        for (var retry = 0; retry < 5; retry++) Assert.Equal(first, await caf.RedirectReferralAsync(request));
        Assert.Equal(first, await caf.RedirectReferralAsync(new(request) { RequestId = NewId(), Etag = first.Etag }));
        await RefusedAsync(() => caf.RedirectReferralAsync(new(request) { Message = "Autre chose." }), StatusCode.AlreadyExists, "REQUEST_ID_REUSED");
        Assert.Equal(2, await LengthAsync(sent.Name));
    }

    [Fact]
    public async Task Of_twenty_who_pass_a_person_on_at_once_exactly_one_does()
    {
        var (ccas, caf) = (await host.ClientAsync(Ccas), await host.ClientAsync(Caf));
        var sent = await SendAsync(ccas);
        string[] services = [await host.KnowsServiceOfAsync("departement-35"), await host.KnowsServiceOfAsync("mission-locale-rennes")];

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            try
            {
                return (await caf.RedirectReferralAsync(new() { Name = sent.Name, Etag = sent.Etag, RequestId = NewId(), Service = services[i % 2], Reasons = { "plus-de-place" } })).RedirectedTo;
            }
            catch (RpcException refused)
            {
                return ErrorInfoOf(refused).Reason;
            }
        }));

        Assert.Equal(19, answers.Count(answer => answer == "STALE_ETAG"));
        Assert.Equal(2, await LengthAsync(sent.Name));
    }

    [Fact]
    public async Task The_next_recipient_sees_what_the_person_agreed_to_share_and_nothing_else()
    {
        var (ccas, caf) = (await host.ClientAsync(Ccas), await host.ClientAsync(Caf));
        var request = ReferralsHost.Submission(await host.KnowsServiceOfAsync("caf-35"));
        request.Referral.Beneficiary.BirthYear = 1950;
        request.Referral.Consent.SharedFields.AddRange(["identity", "need", "birth-year"]);
        var sent = await ccas.SubmitReferralAsync(request);

        var ended = await PassOnAsync(caf, sent.Name, "departement-35");

        var seen = (await (await host.ClientAsync(Departement)).GetReferralAsync(new() { Name = ended.RedirectedTo })).Beneficiary;
        Assert.Equal(("Maëlle", 1950, "", "", ""), (seen.GivenName, seen.BirthYear, seen.Phone, seen.ContactDetails, seen.Commune));
        Assert.Equal("0261910002", (await ccas.GetReferralAsync(new() { Name = ended.RedirectedTo })).Beneficiary.Phone);
    }

    [Fact]
    public async Task The_next_file_has_its_own_key_and_outlives_the_first()
    {
        var (ccas, caf) = (await host.ClientAsync(Ccas), await host.ClientAsync(Caf));
        var sent = await SendAsync(ccas);
        var ended = await PassOnAsync(caf, sent.Name, "departement-35");

        await EraseAsync(sent.Name);

        Assert.Equal("", (await ccas.GetReferralAsync(new() { Name = sent.Name })).Beneficiary.FamilyName);
        Assert.Equal("Exemple", (await ccas.GetReferralAsync(new() { Name = ended.RedirectedTo })).Beneficiary.FamilyName);
    }

    [Fact]
    public async Task Each_refusal_has_its_own_reason_and_changes_nothing()
    {
        var (ccas, caf) = (await host.ClientAsync(Ccas), await host.ClientAsync(Caf));
        var sent = await SendAsync(ccas);
        var elsewhere = await host.KnowsServiceOfAsync("departement-35");

        await RefusedAsync(() => Redirect(caf, sent.Name, "nowhere"), StatusCode.InvalidArgument, "INVALID_REQUEST");
        await RefusedAsync(() => Redirect(caf, sent.Name, elsewhere, "par-caprice"), StatusCode.InvalidArgument, "INVALID_REQUEST");
        await RefusedAsync(() => Redirect(caf, sent.Name, elsewhere, "autre"), StatusCode.InvalidArgument, "INVALID_REQUEST");
        await RefusedAsync(() => Redirect(caf, sent.Name, elsewhere), StatusCode.FailedPrecondition, "REDIRECT_REASON_MISSING");
        await RefusedAsync(() => Redirect(caf, sent.Name, "services/nobody", "plus-de-place"), StatusCode.NotFound, "SERVICE_NOT_FOUND");
        var closed = await host.KnowsServiceOfAsync("departement-35", takesReferrals: false);
        await RefusedAsync(() => Redirect(caf, sent.Name, closed, "plus-de-place"), StatusCode.FailedPrecondition, "SERVICE_TAKES_NO_REFERRALS");
        var own = await host.KnowsServiceOfAsync("caf-35");
        await RefusedAsync(() => Redirect(caf, sent.Name, own, "plus-de-place"), StatusCode.FailedPrecondition, "REFERRAL_TO_SELF");
        var back = await host.KnowsServiceOfAsync("ccas-rennes");
        await RefusedAsync(() => Redirect(caf, sent.Name, back, "plus-de-place"), StatusCode.FailedPrecondition, "REDIRECT_LOOP");
        await RefusedAsync(() => Redirect(ccas, sent.Name, elsewhere), StatusCode.FailedPrecondition, "REFERRAL_TRANSITION_NOT_ALLOWED");
        var stranger = await host.ClientAsync(MissionLocale);
        await RefusedAsync(() => Redirect(stranger, sent.Name, elsewhere, "plus-de-place"), StatusCode.PermissionDenied, "NOT_ALLOWED");
        Assert.Equal(sent, await ccas.GetReferralAsync(new() { Name = sent.Name }));

        await EraseAsync(sent.Name);
        await RefusedAsync(() => Redirect(caf, sent.Name, elsewhere, "plus-de-place"), StatusCode.FailedPrecondition, "REDIRECT_NOTHING_LEFT");
    }

    [Fact]
    public async Task Nobody_is_passed_on_a_fourth_time()
    {
        var ccas = await host.ClientAsync(Ccas);
        var name = (await SendAsync(ccas)).Name;
        foreach (var (recipient, next) in ((string, string)[])[(Caf, "departement-35"), (Departement, "mission-locale-rennes"), (MissionLocale, "arcs-rennes")])
            name = (await PassOnAsync(await host.ClientAsync(recipient), name, next)).RedirectedTo;

        var arcs = await host.ClientAsync("paul.arcs");
        var fifth = await host.KnowsServiceOfAsync("ville-rennes");

        await RefusedAsync(() => Redirect(arcs, name, fifth, "plus-de-place"), StatusCode.FailedPrecondition, "REDIRECT_TOO_MANY_HOPS");
        Assert.Equal(4, (await arcs.GetReferralAsync(new() { Name = name })).Chain.Count);
    }

    [Fact]
    public async Task Both_ends_are_announced_to_those_who_may_know_them_and_to_nobody_else()
    {
        var (ccas, caf) = (await host.ClientAsync(Ccas), await host.ClientAsync(Caf));
        var sent = await SendAsync(ccas);
        var ended = await PassOnAsync(caf, sent.Name, "departement-35");
        string[] both = [sent.Name, ended.RedirectedTo];

        var heard = await HeardAsync(ccas, both);
        Assert.Equal([(sent.Name, "referral-submitted"), (sent.Name, "referral-redirected"), (ended.RedirectedTo, "referral-submitted")], heard.Select(change => (change.Stream, change.Type)));
        Assert.Equal((ended.RedirectedTo, "REDIRECTED", sent.Name), (heard[1].ReferralMoved.RedirectedTo, heard[1].ReferralMoved.ToState, heard[2].ReferralSubmitted.RedirectedFrom));
        Assert.Equal(["plus-de-place"], heard[1].ReferralMoved.Reasons);
        Assert.DoesNotContain(await HeardAsync(caf, both), change => change.Stream == ended.RedirectedTo);
        Assert.Equal([ended.RedirectedTo], (await HeardAsync(await host.ClientAsync(Departement), both)).Select(change => change.Stream));
    }

    private async Task<Referral> SendAsync(ReferralsService.ReferralsServiceClient client) =>
        await client.SubmitReferralAsync(ReferralsHost.Submission(await host.KnowsServiceOfAsync("caf-35")));

    private async Task<Referral> PassOnAsync(ReferralsService.ReferralsServiceClient recipient, string name, string institution)
    {
        var service = await host.KnowsServiceOfAsync(institution);
        return await Redirect(recipient, name, service, "plus-de-place");
    }

    private static AsyncUnaryCall<Referral> Redirect(ReferralsService.ReferralsServiceClient client, string name, string service, params string[] reasons) =>
        client.RedirectReferralAsync(new() { Name = name, RequestId = NewId(), Service = service, Reasons = { reasons } });

    private Task<int> EraseAsync(string name) => host.ReadAsync(db => db.PersonalKeys.Where(key => key.Subject == name).ExecuteDeleteAsync());

    private Task<int> LengthAsync(string first) => host.ReadAsync(db => db.Worklists.CountAsync(row => row.Chain == first));

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

    // Everything up to the first sign of life.
    private static async Task<List<Events.V1.Change>> HeardAsync(ReferralsService.ReferralsServiceClient client, string[] names)
    {
        using var watch = client.WatchReferrals(new());
        var heard = new List<Events.V1.Change>();
        while (await watch.ResponseStream.MoveNext(CancellationToken.None) && watch.ResponseStream.Current.Change is { } change) heard.Add(change);
        return [.. heard.Where(change => names.Contains(change.Stream, StringComparer.Ordinal))];
    }

    private static async Task RefusedAsync(Func<AsyncUnaryCall<Referral>> call, StatusCode code, string reason)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await call());
        Assert.Equal((code, reason), (refused.StatusCode, ErrorInfoOf(refused).Reason));
    }

    private static string NewId() => Guid.NewGuid().ToString();
}
