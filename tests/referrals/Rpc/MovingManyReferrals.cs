using Grpc.Core;
using Reseau.Hosting.Contracts;
using Reseau.Kernel.Calendar;
using Reseau.Referrals.V1;
using Reseau.Testing.Hosts;
using static Reseau.Referrals.V1.Referral.Types;
using static Reseau.Testing.Contracts.EveryMethod;
using Action = Reseau.Referrals.V1.Referral.Types.Action;
using BulkActions = Reseau.Referrals.Domain.BulkActions;
using Transitions = Reseau.Referrals.Domain.Transitions;

namespace Reseau.Referrals.Tests.Rpc;

public sealed class MovingManyReferrals(ReferralsHost host) : IClassFixture<ReferralsHost>
{
    [Fact]
    public async Task Each_line_has_its_own_result_and_a_refused_one_leaves_the_others_alone()
    {
        var (ccas, caf) = (await host.ClientAsync("si-ccas-rennes"), await host.ClientAsync("si-caf-35"));
        var (fresh, stale, closed) = (await SendAsync(ccas), await SendAsync(ccas), await SendAsync(ccas));
        await caf.AcknowledgeReferralAsync(new() { Name = stale.Name, RequestId = NewId() });
        await caf.DeclineReferralAsync(new() { Name = closed.Name, RequestId = NewId(), Reasons = { "hors-territoire" } });

        var results = (await caf.MoveReferralsAsync(new()
        {
            Action = Action.Accept,
            RequestId = NewId(),
            Referrals = { Line(fresh), Line(stale), new ReferralVersion { Name = closed.Name }, new ReferralVersion { Name = "referrals/none" } },
        })).Results;

        Assert.Equal([fresh.Name, stale.Name, closed.Name, "referrals/none"], results.Select(result => result.Name));
        Assert.Equal(["", "STALE_ETAG", "REFERRAL_TRANSITION_NOT_ALLOWED", "NOT_ALLOWED"], results.Select(result => result.Reason));
        Assert.Equal((State.Accepted, ""), (results[0].State, results[0].Sentence));
        Assert.All(results.Skip(1), result => Assert.NotEmpty(result.Sentence));
        var accepted = await caf.GetReferralAsync(new() { Name = fresh.Name });
        Assert.Equal((State.Accepted, results[0].Etag), (accepted.State, accepted.Etag));
        Assert.Equal(State.Acknowledged, (await caf.GetReferralAsync(new() { Name = stale.Name })).State);
    }

    [Fact]
    public async Task A_retry_finds_what_was_done_and_tries_again_what_was_refused()
    {
        var (ccas, caf) = (await host.ClientAsync("si-ccas-rennes"), await host.ClientAsync("si-caf-35"));
        var (one, other) = (await SendAsync(ccas), await SendAsync(ccas));
        await caf.RequestInformationAsync(new() { Name = other.Name, RequestId = NewId(), Message = "Depuis quand ?" });
        var request = new MoveReferralsRequest { Action = Action.Accept, RequestId = NewId(), Referrals = { Line(one), new ReferralVersion { Name = other.Name } } };
        var first = (await caf.MoveReferralsAsync(request)).Results;
        await caf.StartReferralAsync(new() { Name = one.Name, RequestId = NewId() });
        await ccas.ProvideInformationAsync(new() { Name = other.Name, RequestId = NewId(), Message = "Depuis lundi." });

        var second = (await caf.MoveReferralsAsync(request)).Results;

        Assert.Equal((first[0], State.Accepted), (second[0], second[0].State));
        Assert.Equal(("REFERRAL_TRANSITION_NOT_ALLOWED", ""), (first[1].Reason, second[1].Reason));
        Assert.Equal(3, (await caf.GetReferralAsync(new() { Name = one.Name })).Timeline.Count);
        request.Action = Action.Acknowledge;
        Assert.Equal("REQUEST_ID_REUSED", (await caf.MoveReferralsAsync(request)).Results[0].Reason);
    }

    [Fact]
    public async Task A_hundred_are_moved_at_once_each_with_what_the_action_needs()
    {
        var (ccas, caf) = (await host.ClientAsync("si-ccas-rennes"), await host.ClientAsync("si-caf-35"));
        var service = await host.KnowsServiceOfAsync("caf-35");
        var sent = await Task.WhenAll(Enumerable.Range(0, BulkActions.Most).Select(async _ => await ccas.SubmitReferralAsync(ReferralsHost.Submission(service))));
        var until = FrenchDay.Of(DateTimeOffset.UtcNow).AddDays(20).ToDate();

        var waiting = await caf.MoveReferralsAsync(new() { Action = Action.Waitlist, UntilDate = until, RequestId = NewId(), Referrals = { sent.Select(Line) } });
        Assert.All(waiting.Results, result => Assert.Equal(State.Waitlisted, result.State));
        Assert.Equal(until, (await caf.GetReferralAsync(new() { Name = sent[7].Name })).UntilDate);

        var declined = await caf.MoveReferralsAsync(new()
        {
            Action = Action.Decline, Reasons = { "plus-de-place" }, RequestId = NewId(), Referrals = { waiting.Results.Select(result => new ReferralVersion { Name = result.Name, Etag = result.Etag }) },
        });
        Assert.All(declined.Results, result => Assert.Equal(State.Declined, result.State));
        Assert.Equal(["plus-de-place"], (await ccas.GetReferralAsync(new() { Name = sent[99].Name })).DeclineReasons);
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_before_anything_is_done()
    {
        var (ccas, caf) = (await host.ClientAsync("si-ccas-rennes"), await host.ClientAsync("si-caf-35"));
        var sent = await SendAsync(ccas);

        Assert.Equal(["action", "referrals", "request_id"], await ViolationsAsync(caf, new()));
        Assert.Equal(["action"], await ViolationsAsync(caf, new() { Action = Action.Schedule, RequestId = NewId(), Referrals = { Line(sent) } }));
        Assert.Equal(["reasons"], await ViolationsAsync(caf, new() { Action = Action.Decline, RequestId = NewId(), Referrals = { Line(sent) } }));
        Assert.Equal(["reasons"], await ViolationsAsync(caf, new() { Action = Action.Decline, Reasons = { "autre" }, RequestId = NewId(), Referrals = { Line(sent) } }));
        Assert.Equal(["until_date"], await ViolationsAsync(caf, new() { Action = Action.Waitlist, RequestId = NewId(), Referrals = { Line(sent) } }));
        Assert.Equal(["outcome"], await ViolationsAsync(caf, new() { Action = Action.Complete, Outcome = Outcome.Other, RequestId = NewId(), Referrals = { Line(sent) } }));
        Assert.Equal(["referrals"], await ViolationsAsync(caf, new() { Action = Action.Accept, RequestId = NewId(), Referrals = { Line(sent), Line(sent) } }));
        Assert.Equal(["referrals"], await ViolationsAsync(caf, new()
        {
            Action = Action.Accept, RequestId = NewId(), Referrals = { Enumerable.Range(0, BulkActions.Most + 1).Select(i => new ReferralVersion { Name = $"referrals/{i}" }) },
        }));
        Assert.Equal(State.Submitted, (await caf.GetReferralAsync(new() { Name = sent.Name })).State);
    }

    [Fact]
    public void What_is_done_to_many_needs_nothing_written_and_is_in_the_table() =>
        Assert.All(BulkActions.All, action => Assert.Contains(Transitions.Table, line => line.Action == action));

    private static async Task<IEnumerable<string>> ViolationsAsync(ReferralsService.ReferralsServiceClient client, MoveReferralsRequest request)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await client.MoveReferralsAsync(request));
        return DetailOf<Google.Rpc.BadRequest>(refused).FieldViolations.Select(violation => violation.Field).Order(StringComparer.Ordinal);
    }

    private async Task<Referral> SendAsync(ReferralsService.ReferralsServiceClient client) =>
        await client.SubmitReferralAsync(ReferralsHost.Submission(await host.KnowsServiceOfAsync("caf-35")));

    private static ReferralVersion Line(Referral referral) => new() { Name = referral.Name, Etag = referral.Etag };

    private static string NewId() => Guid.NewGuid().ToString();
}
