using Google.Rpc;
using Grpc.Core;
using Reseau.Policies.V1;
using Reseau.Referrals.V1;
using Reseau.Testing.Hosts;
using static Reseau.Testing.Contracts.EveryMethod;
using Mode = Reseau.Policies.V1.Network.Types.Mode;
using Standing = Reseau.Policies.V1.Policy.Types.Standing;

namespace Reseau.Referrals.Tests.Rpc;

public sealed class ObeyingConventions : IAsyncLifetime
{
    private const string Theme = "numerique--acceder-a-ses-droits-en-ligne";
    private readonly ReferralsHost _host = new();
    private ReferralsService.ReferralsServiceClient _ccas = null!;
    private string _service = "";

    public async Task InitializeAsync()
    {
        await _host.InitializeAsync();
        _ccas = await _host.ClientAsync("si-ccas-rennes");
        _service = await _host.KnowsServiceOfAsync("caf-35");
    }

    public Task DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_referral_records_the_conventions_it_was_sent_under()
    {
        Assert.Empty((await SendAsync()).Conventions);
        await SignAsync(policy => policy.Conventions.Add("conventions/a@3"));

        var sent = await SendAsync();
        await SignAsync(policy => policy.Conventions.Add("conventions/a@4"));

        Assert.Equal(["conventions/a@3"], sent.Conventions);
        Assert.Equal(["conventions/a@3"], (await _ccas.GetReferralAsync(new() { Name = sent.Name })).Conventions);
    }

    [Fact]
    public async Task A_suspension_is_obeyed_at_once_and_so_is_its_end()
    {
        await SignAsync(_ => { });
        var before = await SendAsync();

        await SignAsync(policy => policy.Standing = Standing.Suspended);
        await RefusedAsync(() => SendAsync(), StatusCode.FailedPrecondition, "POLICY_SUSPENDED");
        // What was sent before goes on: the person counts on it.
        await (await _host.ClientAsync("si-caf-35")).AcceptReferralAsync(new() { Name = before.Name, RequestId = NewId() });

        await SignAsync(_ => { });
        await SendAsync();
    }

    [Fact]
    public async Task A_refusal_names_the_clause_to_programs_and_to_people()
    {
        await SignAsync(policy =>
        {
            policy.Themes.Add("mobilite--etre-accompagne-dans-son-parcours-mobilite");
            policy.Sources.Add(new RuleSource { Rule = "themes", Convention = "conventions/a", ConventionVersion = 3, Clause = "4", ConventionTitle = "Protocole d'orientation" });
        });

        var refused = await RefusedAsync(() => SendAsync(), StatusCode.FailedPrecondition, "POLICY_THEME_NOT_COVERED");

        var facts = ErrorInfoOf(refused).Metadata;
        Assert.Equal(("conventions/a", "3", "4"), (facts["convention"], facts["convention_version"], facts["clause"]));
        Assert.Contains("« Protocole d'orientation » (article 4)", DetailOf<LocalizedMessage>(refused).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_places_of_a_month_are_given_once()
    {
        await SignAsync(policy => policy.MonthlyCapacity = 3);

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ =>
        {
            try
            {
                return (await SendAsync()).State.ToString();
            }
            catch (RpcException refused)
            {
                return ErrorInfoOf(refused).Reason;
            }
        }));

        Assert.Equal((3, 9), (answers.Count(answer => answer == "Submitted"), answers.Count(answer => answer == "POLICY_CAPACITY_REACHED")));
    }

    [Fact]
    public async Task The_delays_agreed_on_are_those_of_the_referral_whatever_is_signed_later()
    {
        var usual = (await SendAsync()).AnswerDueTime.ToDateTimeOffset();
        await SignAsync(policy => policy.Delays = new() { Acknowledge = 10, Decide = 15 });

        var sent = await SendAsync();
        await SignAsync(_ => { });

        Assert.InRange((sent.AnswerDueTime.ToDateTimeOffset() - usual).TotalDays, 8, 20);
        var read = await (await _host.ClientAsync("si-caf-35")).AcknowledgeReferralAsync(new() { Name = sent.Name, RequestId = NewId() });
        Assert.InRange((read.AnswerDueTime - sent.AnswerDueTime).ToTimeSpan().TotalDays, 5, 12);
        var listed = await _ccas.ListReferralsAsync(new() { Worklist = ListReferralsRequest.Types.Worklist.SentUnanswered });
        Assert.Equal(read.AnswerDueTime, listed.Referrals.Single(one => one.Name == sent.Name).AnswerDueTime);
    }

    [Fact]
    public async Task What_the_convention_does_not_provide_for_stays_with_the_sender()
    {
        await SignAsync(policy => policy.Fields.AddRange(["identity", "need", "contact"]));

        var sent = await SendAsync();

        Assert.Equal(["identity", "contact", "need"], sent.Consent.SharedFields);
        var seen = (await (await _host.ClientAsync("si-caf-35")).GetReferralAsync(new() { Name = sent.Name })).Beneficiary;
        Assert.Equal(("Maëlle", "0261910002", ""), (seen.GivenName, seen.Phone, seen.Commune));
    }

    [Fact]
    public async Task In_a_strict_network_nothing_is_sent_without_a_convention()
    {
        await _host.BecomesAsync(Mode.Strict);

        await RefusedAsync(() => SendAsync(), StatusCode.FailedPrecondition, "POLICY_MISSING");
        await SignAsync(_ => { });
        await SendAsync();
        await SignAsync(policy => policy.Standing = Standing.Ended);
        await RefusedAsync(() => SendAsync(), StatusCode.FailedPrecondition, "POLICY_MISSING");

        await _host.BecomesAsync(Mode.Open);
        await SendAsync();
    }

    [Fact]
    public async Task A_habilitation_that_is_required_and_not_held_is_refused()
    {
        await SignAsync(policy => policy.RequiredHabilitations.Add("aidants-connect"));

        var refused = await RefusedAsync(() => SendAsync(), StatusCode.FailedPrecondition, "POLICY_HABILITATION_MISSING");

        Assert.Equal("aidants-connect", ErrorInfoOf(refused).Metadata["habilitation"]);
    }

    [Fact]
    public async Task A_person_is_not_passed_on_to_where_the_sender_may_not_send()
    {
        var caf = await _host.ClientAsync("si-caf-35");
        var sent = await SendAsync();
        var next = await _host.KnowsServiceOfAsync("departement-35");
        await _host.SignsAsync("ccas-rennes", "departement-35", policy => policy.Standing = Standing.Suspended);
        var request = new RedirectReferralRequest { Name = sent.Name, RequestId = NewId(), Service = next, Reasons = { "plus-de-place" } };

        await RefusedAsync(async () => await caf.RedirectReferralAsync(request), StatusCode.FailedPrecondition, "POLICY_SUSPENDED");

        await _host.SignsAsync("ccas-rennes", "departement-35", policy => policy.Conventions.Add("conventions/b@1"));
        var ended = await caf.RedirectReferralAsync(new(request) { RequestId = NewId() });
        Assert.Equal(["conventions/b@1"], (await _ccas.GetReferralAsync(new() { Name = ended.RedirectedTo })).Conventions);
    }

    private static string NewId() => Guid.NewGuid().ToString();

    private static async Task<RpcException> RefusedAsync(Func<Task> call, StatusCode code, string reason)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal((code, reason), (refused.StatusCode, ErrorInfoOf(refused).Reason));
        return refused;
    }

    private Task SignAsync(Action<Policies.V1.Policy> rules) => _host.SignsAsync("ccas-rennes", "caf-35", rules);

    private async Task<Referral> SendAsync()
    {
        var request = ReferralsHost.Submission(_service);
        request.Referral.Theme = Theme;
        return await _ccas.SubmitReferralAsync(request);
    }
}
