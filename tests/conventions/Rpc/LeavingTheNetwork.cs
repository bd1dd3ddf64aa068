using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Reseau.Conventions.Signing;
using Reseau.Conventions.V1;
using Reseau.Conventions.Views;
using Reseau.Hosting.Contracts;
using Reseau.Hosting.Messaging;
using Reseau.Hosting.Timers;
using Reseau.Testing;
using Reseau.Testing.Databases;
using Reseau.Testing.Hosts;
using static Reseau.Conventions.Tests.Rpc.Network;
using static Reseau.Testing.Contracts.EveryMethod;
using Standing = Reseau.Policies.V1.Policy.Types.Standing;
using State = Reseau.Conventions.V1.Convention.Types.State;

namespace Reseau.Conventions.Tests.Rpc;

/// <summary>An institution leaves while conventions bind it.</summary>
public sealed class LeavingTheNetwork
{
    private const string Caf = "institutions/caf-35";

    [Theory, OnEveryProvider]
    public async Task What_binds_two_ends_with_its_policy_in_one_transaction_and_its_evidence_says_why(DatabaseProvider provider)
    {
        await using var running = await RunningAsync(provider);
        var (host, yann) = (running.Host, await running.Host.ClientAsync(Yann));
        var active = await ActiveAsync(host);
        var proposed = await ProposedAsync(host);

        await running.MoveAsync(Caf, InstitutionStates.Archived);

        var ended = await yann.GetConventionAsync(new() { Name = active.Name });
        Assert.Equal((State.Terminated, "CAF d'Ille-et-Vilaine a quitté le réseau.", Caf), (ended.State, ended.Reason, Assert.Single(ended.DepartedParties)));
        Assert.Equal(("convention-party-left", "CAF d'Ille-et-Vilaine a quitté le réseau.", ""), (ended.History[^1].Type, ended.History[^1].Text, ended.History[^1].Institution));
        Assert.Equal(Standing.Ended, (await PolicyAsync(host)).Standing);
        // The end and what it no longer commands are neighbours in the log: whoever reads the one reads the other.
        var positions = await host.ReadAsync(db => Task.FromResult(db.Events.OrderBy(row => row.Position).Select(row => new { row.Stream, row.Type, row.RequestId }).ToList()));
        var at = positions.FindIndex(row => row.Stream == active.Name && row.Type == "convention-party-left");
        Assert.Equal(("policy-compiled", positions[at].RequestId), (positions[at + 1].Type, positions[at + 1].RequestId));
        var (_, zip) = await FileAsync(yann.DownloadEvidence(new() { Name = active.Name }));
        using var file = new MemoryStream(zip);
        Assert.DoesNotContain(EvidenceVerifier.Verify(file, ended.VerificationCode).Findings, finding => finding.Code == FindingCode.JournalImpossible);

        Assert.Equal(State.Withdrawn, (await yann.GetConventionAsync(new() { Name = proposed.Name })).State);
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await SignAsync(host, Yann, proposed));
        Assert.Equal(("PARTY_LEFT", Caf), (ErrorInfoOf(refused).Reason, ErrorInfoOf(refused).Metadata["institution"]));
    }

    [Fact]
    public async Task Nothing_is_proposed_to_who_has_left_and_a_return_lets_it_be_and_revives_nothing()
    {
        await using var running = await RunningAsync();
        var (host, yann) = (running.Host, await running.Host.ClientAsync(Yann));
        var active = await ActiveAsync(host);
        var draft = await DraftAsync(host);
        await running.MoveAsync(Caf, InstitutionStates.Archived);
        Assert.Equal(State.Draft, (await yann.GetConventionAsync(new() { Name = draft.Name })).State);
        await RefusedAsync("PARTY_LEFT", yann.ProposeConventionAsync(new() { Name = draft.Name, RequestId = NewId() }));

        await running.MoveAsync(Caf, InstitutionStates.Present);

        Assert.Equal(State.Terminated, (await yann.GetConventionAsync(new() { Name = active.Name })).State);
        Assert.Equal(Standing.Ended, (await PolicyAsync(host)).Standing);
        await yann.ProposeConventionAsync(new() { Name = draft.Name, RequestId = NewId() });
        Assert.Equal(State.Proposed, (await yann.GetConventionAsync(new() { Name = draft.Name })).State);
    }

    [Fact]
    public async Task Who_comes_back_before_anybody_looked_has_never_left()
    {
        await using var running = await RunningAsync();
        var active = await ActiveAsync(running.Host);

        await running.HearAsync(Caf, InstitutionStates.Archived);
        await running.HearAsync(Caf, InstitutionStates.Present);
        await running.RingAsync();

        Assert.Equal(State.Active, (await (await running.Host.ClientAsync(Yann)).GetConventionAsync(new() { Name = active.Name })).State);
    }

    [Fact]
    public async Task Institutions_that_are_no_party_leave_without_a_trace()
    {
        await using var running = await RunningAsync();
        var active = await ActiveAsync(running.Host);

        await running.MoveAsync("institutions/departement-35", InstitutionStates.Archived);

        var still = await (await running.Host.ClientAsync(Yann)).GetConventionAsync(new() { Name = active.Name });
        Assert.Equal((State.Active, active.Etag), (still.State, still.Etag));
        Assert.Equal(Standing.InForce, (await PolicyAsync(running.Host)).Standing);
    }

    private static async Task RefusedAsync<T>(string reason, AsyncUnaryCall<T> call) =>
        Assert.Equal(reason, ErrorInfoOf(await Assert.ThrowsAsync<RpcException>(async () => await call)).Reason);

    private static async Task<Reseau.Policies.V1.Policy> PolicyAsync(ConventionsHost host) =>
        await new PoliciesService.PoliciesServiceClient(await host.AsAsync(Sofia)).GetPolicyAsync(new() { From = "institutions/ccas-rennes", To = Caf });

    private static async Task<Running> RunningAsync(DatabaseProvider provider = default)
    {
        var host = new ConventionsHost { Provider = provider, Clock = new TestClock() };
        await host.InitializeAsync();
        return new(host);
    }

    private sealed record Running(ConventionsHost Host) : IAsyncDisposable
    {
        private long _position;

        /// <summary>An institution leaves or returns, and time acts on it.</summary>
        public async Task MoveAsync(string institution, string state)
        {
            await HearAsync(institution, state);
            await RingAsync();
        }

        public Task HearAsync(string institution, string state)
        {
            _position++;
            return Host.Services.GetRequiredKeyedService<Subscriber<ConventionsDb>>("partners").ReceiveAsync(
                new()
                {
                    Source = "partners", Position = _position, PreviousPosition = _position - 1, Stream = institution, OccurTime = Timestamp.FromDateTimeOffset(Host.Clock.GetUtcNow()),
                    InstitutionMoved = new() { ToState = state },
                },
                CancellationToken.None);
        }

        public async Task RingAsync()
        {
            var bell = ActivatorUtilities.CreateInstance<TimerBell<ConventionsDb>>(Host.Services);
            Assert.True(await bell.RingAsync(CancellationToken.None) < TimerBell<ConventionsDb>.BatchSize);
            Assert.False(await bell.NextAsync(CancellationToken.None) <= Host.Clock.GetUtcNow(), "Something stays due.");
        }

        public async ValueTask DisposeAsync() => await Host.DisposeAsync();
    }
}
