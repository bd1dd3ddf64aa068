using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Referrals.V1;
using Reseau.Testing.Hosts;
using static Reseau.Testing.Contracts.EveryMethod;

namespace Reseau.Referrals.Tests.Rpc;

public sealed class RedirectingAReferral(ReferralsHost host) : IClassFixture<ReferralsHost>
{
    private const string Ccas = "si-ccas-rennes";
    private const string Caf = "si-caf-35";
    private const string Departement = "si-departement-35";
    private const string MissionLocale = "si-mission-locale-rennes";

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
    public async Task The_person_takes_their_word_back_from_every_copy_of_their_file()
    {
        var (ccas, caf) = (await host.ClientAsync(Ccas), await host.ClientAsync(Caf));
        var sent = await SendAsync(ccas);
        var ended = await PassOnAsync(caf, sent.Name, "departement-35");

        await (await host.ClientAsync(Departement)).WithdrawConsentAsync(new() { Name = ended.RedirectedTo, RequestId = NewId() });

        foreach (var name in (string[])[sent.Name, ended.RedirectedTo])
        {
            var left = await ccas.GetReferralAsync(new() { Name = name });
            Assert.Equal(("", ""), (left.Beneficiary.FamilyName, left.Need));
            Assert.NotNull(left.Consent.WithdrawnTime);
        }

        Assert.Equal(0, await host.ReadAsync(db => db.PersonalKeys.CountAsync(key => key.Subject == sent.Name || key.Subject == ended.RedirectedTo)));
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

        await ccas.WithdrawConsentAsync(new() { Name = sent.Name, RequestId = Guid.NewGuid().ToString() });
        await RefusedAsync(() => Redirect(caf, sent.Name, elsewhere, "plus-de-place"), StatusCode.FailedPrecondition, "CONSENT_WITHDRAWN");
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


    private Task<int> LengthAsync(string first) => host.ReadAsync(db => db.Worklists.CountAsync(row => row.Chain == first));

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
