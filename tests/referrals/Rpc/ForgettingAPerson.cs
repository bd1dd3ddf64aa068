using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Reseau.Hosting.Log;
using Reseau.Referrals.V1;
using Reseau.Referrals.Views;
using Reseau.Testing.Databases;
using Reseau.Testing.Hosts;
using static Reseau.Testing.Contracts.EveryMethod;
using Worklist = Reseau.Referrals.V1.ListReferralsRequest.Types.Worklist;

namespace Reseau.Referrals.Tests.Rpc;

public sealed class ForgettingAPerson
{
    private static readonly string[] Canaries = ["Maëlle", "Exemple", "0261910002", "son espace en ligne", "Claire Martin", "Canari", "Bureau"];

    [Theory, OnEveryProvider]
    public async Task Nothing_of_the_person_is_left_for_either_side_and_the_history_stays_without_content(DatabaseProvider provider)
    {
        await using var network = await StartAsync(provider);
        var (ccas, caf, sent) = (network.Ccas, network.Caf, await network.UnderWayAsync());
        var before = await ccas.GetReferralAsync(new() { Name = sent.Name });
        Assert.Equal(Canaries.Length, Canaries.Count(canary => before.ToString().Contains(canary, StringComparison.Ordinal)));

        var withdrawn = await caf.WithdrawConsentAsync(new() { Name = sent.Name, Etag = before.Etag, RequestId = NewId() });

        Assert.Equal((Referral.Types.State.Cancelled, Referral.Types.NationalStatus.Validee, false), (withdrawn.State, withdrawn.NationalStatus, withdrawn.Consent.Given));
        foreach (var file in (Referral[])[withdrawn, await caf.GetReferralAsync(new() { Name = sent.Name }), await ccas.GetReferralAsync(new() { Name = sent.Name })])
        {
            Assert.DoesNotContain(Canaries, canary => file.ToString().Contains(canary, StringComparison.Ordinal));
            Assert.Equal(withdrawn.UpdateTime, file.ErasedTime);
            Assert.Equal(withdrawn.UpdateTime, file.Consent.WithdrawnTime);
            Assert.Empty(file.PossibleActions);
            Assert.Equal(
                before.Timeline.Select(entry => (entry.Type, entry.Institution, entry.OccurTime)).Append(("consent-withdrawn", "institutions/caf-35", withdrawn.UpdateTime)),
                file.Timeline.Select(entry => (entry.Type, entry.Institution, entry.OccurTime)));
        }
        Assert.Equal((0, 0), await network.Host.ReadAsync(async db => (
            await db.PersonalKeys.CountAsync(key => key.Subject == sent.Name), await db.PersonalParts.CountAsync(part => part.Subject == sent.Name))));
        Assert.Null((await network.Host.Services.GetRequiredService<LogVerifier<ReferralsDb>>().VerifyAsync(null, CancellationToken.None)).FirstAltered);
    }

    [Theory, OnEveryProvider]
    public async Task Lists_keep_their_counts_and_say_that_the_consent_was_withdrawn(DatabaseProvider provider)
    {
        await using var network = await StartAsync(provider);
        var closed = await network.ClosedAsync();
        var (sentBefore, receivedBefore) = (await network.Ccas.ListReferralsAsync(new() { Worklist = Worklist.SentClosed }), await network.Caf.ListReferralsAsync(new() { Worklist = Worklist.ReceivedClosed }));
        Assert.Equal("Maëlle", receivedBefore.Referrals.Single().Beneficiary.GivenName);

        var withdrawn = await network.Ccas.WithdrawConsentAsync(new() { Name = closed.Name, RequestId = NewId() });

        Assert.Equal((Referral.Types.State.Completed, Referral.Types.Outcome.Served), (withdrawn.State, withdrawn.Outcome));
        foreach (var (client, list, before) in (((ReferralsService.ReferralsServiceClient, Worklist, ListReferralsResponse)[])[(network.Ccas, Worklist.SentClosed, sentBefore), (network.Caf, Worklist.ReceivedClosed, receivedBefore)]))
        {
            var after = await client.ListReferralsAsync(new() { Worklist = list });
            Assert.Equal(before.Counts, after.Counts);
            var line = after.Referrals.Single();
            Assert.Equal((closed.Name, Referral.Types.State.Completed, new Beneficiary(), withdrawn.UpdateTime), (line.Name, line.State, line.Beneficiary, line.Consent.WithdrawnTime));
        }
    }

    [Fact]
    public async Task Everybody_who_follows_is_told_to_erase_their_copy()
    {
        await using var network = await StartAsync(DatabaseProvider.Sqlite);
        var sent = await network.UnderWayAsync();
        await network.Ccas.WithdrawConsentAsync(new() { Name = sent.Name, RequestId = NewId() });

        foreach (var client in (ReferralsService.ReferralsServiceClient[])[network.Ccas, network.Caf])
        {
            using var watch = client.WatchReferrals(new());
            var moves = new List<Events.V1.Change>();
            while (await watch.ResponseStream.MoveNext(CancellationToken.None) && watch.ResponseStream.Current.Change is { } change) moves.Add(change);
            Assert.Equal(("consent-withdrawn", "CANCELLED", true), (moves[^1].Type, moves[^1].ReferralMoved.ToState, moves[^1].ReferralMoved.DataErased));
            Assert.DoesNotContain(moves.SkipLast(1), change => change.ReferralMoved?.DataErased == true);
        }
    }

    [Theory, OnEveryProvider]
    public async Task Nothing_goes_on_afterwards(DatabaseProvider provider)
    {
        await using var network = await StartAsync(provider);
        var (ccas, caf, closed) = (network.Ccas, network.Caf, await network.ClosedAsync());
        await ccas.WithdrawConsentAsync(new() { Name = closed.Name, RequestId = NewId() });

        await RefusedAsync(() => caf.ReopenReferralAsync(new() { Name = closed.Name, RequestId = NewId(), Message = "Une pièce manquait." }), "CONSENT_WITHDRAWN");
        await RefusedAsync(() => caf.CompleteReferralAsync(new() { Name = closed.Name, RequestId = NewId(), Outcome = Referral.Types.Outcome.Served, Message = "Canari" }), "CONSENT_WITHDRAWN");
        Assert.Equal(Referral.Types.State.Completed, (await caf.WithdrawConsentAsync(new() { Name = closed.Name, RequestId = NewId() })).State);
        Assert.Equal(0, await network.Host.ReadAsync(db => db.PersonalKeys.CountAsync()));
    }

    [Theory, OnEveryProvider]
    public async Task A_late_retry_answers_its_first_result_without_the_person_and_sends_nobody_again(DatabaseProvider provider)
    {
        await using var network = await StartAsync(provider);
        var request = ReferralsHost.Submission(await network.Host.KnowsServiceOfAsync("caf-35"));
        var sent = await network.Ccas.SubmitReferralAsync(request);
        var withdrawal = new WithdrawConsentRequest { Name = sent.Name, Etag = sent.Etag, RequestId = NewId() };
        var withdrawn = await network.Ccas.WithdrawConsentAsync(withdrawal);

        var again = await network.Ccas.SubmitReferralAsync(request);

        Assert.Equal((sent.Name, sent.State, ""), (again.Name, again.State, again.Need));
        Assert.Equal(withdrawn, await network.Ccas.WithdrawConsentAsync(withdrawal));
        Assert.Equal(1, await network.Host.ReadAsync(db => db.Worklists.CountAsync()));
    }

    [Theory, OnEveryProvider]
    public async Task What_is_kept_of_a_request_cannot_be_compared_with_a_guess(DatabaseProvider provider)
    {
        await using var network = await StartAsync(provider);
        var service = await network.Host.KnowsServiceOfAsync("caf-35");
        SubmitReferralRequest[] same = [ReferralsHost.Submission(service), ReferralsHost.Submission(service)];
        same[1].RequestId = same[0].RequestId;
        // The same words under the same id from two institutions: a bare hash would say that they speak of one person.
        await network.Ccas.SubmitReferralAsync(same[0]);
        await (await network.Host.ClientAsync("si-departement-35")).SubmitReferralAsync(same[1]);

        var kept = await network.Host.ReadAsync(db => db.Requests.AsNoTracking().Select(row => row.Fingerprint).ToListAsync());

        Assert.Equal([33, 33], kept.Select(fingerprint => fingerprint.Length));
        Assert.NotEqual(kept[0], kept[1]);
    }

    [Fact]
    public async Task Others_cannot_make_anybody_forget()
    {
        await using var network = await StartAsync(DatabaseProvider.Sqlite);
        var sent = await network.UnderWayAsync();
        var stranger = await network.Host.ClientAsync("si-departement-35");

        await RefusedAsync(() => stranger.WithdrawConsentAsync(new() { Name = sent.Name, RequestId = NewId() }), "NOT_ALLOWED");
        await RefusedAsync(() => network.Ccas.WithdrawConsentAsync(new() { Name = sent.Name, Etag = "\"1\"", RequestId = NewId() }), "STALE_ETAG");

        Assert.Equal("Maëlle", (await network.Caf.GetReferralAsync(new() { Name = sent.Name })).Beneficiary.GivenName);
    }

    private static async Task RefusedAsync(Func<AsyncUnaryCall<Referral>> call, string reason)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await call());
        Assert.Equal(reason, ErrorInfoOf(refused).Reason);
        Assert.NotEmpty(DetailOf<LocalizedMessage>(refused).Message);
    }

    private static async Task<TwoSides> StartAsync(DatabaseProvider provider)
    {
        var host = new ReferralsHost { Provider = provider };
        await host.InitializeAsync();
        return new(host, await host.ClientAsync("si-ccas-rennes"), await host.ClientAsync("si-caf-35"));
    }

    private static string NewId() => Guid.NewGuid().ToString();

    private sealed record TwoSides(ReferralsHost Host, ReferralsService.ReferralsServiceClient Ccas, ReferralsService.ReferralsServiceClient Caf) : IAsyncDisposable
    {
        // Sent, accepted with a word, booked at a place: a person all over the file.
        public async Task<Referral> UnderWayAsync()
        {
            var sent = await Ccas.SubmitReferralAsync(ReferralsHost.Submission(await Host.KnowsServiceOfAsync("caf-35")));
            await Caf.AcceptReferralAsync(new() { Name = sent.Name, RequestId = NewId(), Message = "Canari du message" });
            var start = DateTimeOffset.UtcNow.AddDays(2).ToTimestamp();
            return await Caf.ScheduleReferralAsync(new() { Name = sent.Name, RequestId = NewId(), Appointment = new() { StartTime = start, Place = "Bureau 2" } });
        }

        public async Task<Referral> ClosedAsync()
        {
            var sent = await UnderWayAsync();
            return await Caf.CompleteReferralAsync(new() { Name = sent.Name, RequestId = NewId(), Outcome = Referral.Types.Outcome.Served });
        }

        public async ValueTask DisposeAsync() => await Host.DisposeAsync();
    }
}
