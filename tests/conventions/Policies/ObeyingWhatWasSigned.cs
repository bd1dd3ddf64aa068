using Grpc.Core;
using Reseau.Conventions.V1;
using Reseau.Testing;
using Reseau.Testing.Databases;
using Reseau.Testing.Hosts;
using static Reseau.Testing.Contracts.EveryMethod;
using Mode = Reseau.Policies.V1.Network.Types.Mode;
using Standing = Reseau.Policies.V1.Policy.Types.Standing;

namespace Reseau.Conventions.Tests.Policies;

public sealed class ObeyingWhatWasSigned
{
    [Theory, OnEveryProvider]
    public async Task A_referral_is_allowed_once_signed_refused_once_suspended_and_allowed_again_once_resumed(DatabaseProvider provider)
    {
        var network = new NetworkHost { Provider = provider };
        await network.InitializeAsync();
        try
        {
            var (ccas, nadia) = (await network.Referrals.ClientAsync("si-ccas-rennes"), await network.Conventions.ClientAsync(Rpc.Network.Nadia));
            var policies = new PoliciesService.PoliciesServiceClient(await network.Conventions.AsAsync(Rpc.Network.Sofia));
            var service = await network.Referrals.KnowsServiceOfAsync("caf-35");
            await policies.SetNetworkModeAsync(new() { Mode = Mode.Strict, RequestId = Rpc.Network.NewId() });
            await AnswersAsync("POLICY_MISSING");

            var signed = await Rpc.Network.ActiveAsync(network.Conventions);
            await AnswersAsync("");
            var sent = await ccas.SubmitReferralAsync(ReferralsHost.Submission(service));
            Assert.Equal([$"{signed.Name}@{signed.Version}"], sent.Conventions);

            await nadia.SuspendConventionAsync(new() { Name = signed.Name, Reason = "Travaux.", RequestId = Rpc.Network.NewId() });
            var refused = await AnswersAsync("POLICY_SUSPENDED");
            Assert.Equal((signed.Name, $"{signed.Version}", "1"), (refused!["convention"], refused["convention_version"], refused["clause"]));
            Assert.Equal(Standing.Suspended, (await GetAsync(policies)).Standing);

            await nadia.ResumeConventionAsync(new() { Name = signed.Name, RequestId = Rpc.Network.NewId() });
            await AnswersAsync("");

            await nadia.TerminateConventionAsync(new() { Name = signed.Name, Reason = "Fin.", RequestId = Rpc.Network.NewId() });
            await AnswersAsync("POLICY_MISSING");
            await policies.SetNetworkModeAsync(new() { Mode = Mode.Open, RequestId = Rpc.Network.NewId() });
            await AnswersAsync("");
            Assert.Equal(Standing.Ended, (await GetAsync(policies)).Standing);

            // Sends until the answer is this one: what was signed reaches the other service in a moment.
            async Task<IDictionary<string, string>?> AnswersAsync(string reason) => (await Eventually.GetAsync(SendAsync, answer => answer.Reason == reason)).Facts;

            async Task<(string Reason, IDictionary<string, string>? Facts)> SendAsync()
            {
                try
                {
                    await ccas.SubmitReferralAsync(ReferralsHost.Submission(service));
                    return ("", null);
                }
                catch (RpcException failure)
                {
                    return (ErrorInfoOf(failure).Reason, ErrorInfoOf(failure).Metadata);
                }
            }
        }
        finally
        {
            await network.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_policy_shows_its_clause_to_those_it_binds_and_to_nobody_else()
    {
        await using var running = await RunningAsync();
        var signed = await Rpc.Network.ActiveAsync(running.Host);

        foreach (var person in (string[])[Rpc.Network.Yann, Rpc.Network.Nadia, Rpc.Network.Sofia])
        {
            var client = new PoliciesService.PoliciesServiceClient(await running.Host.AsAsync(person));
            var policy = await GetAsync(client);
            Assert.Equal((Standing.InForce, 20, 3, 1), (policy.Standing, policy.MonthlyCapacity, policy.Delays.Decide, policy.Version));
            Assert.Equal((signed.Name, "1"), policy.Sources.Where(source => source.Rule == "monthly_capacity").Select(source => (source.Convention, source.Clause)).Single());
            Assert.Equal(policy, Assert.Single((await client.ListPoliciesAsync(new())).Policies));
        }

        var stranger = new PoliciesService.PoliciesServiceClient(await running.Host.AsAsync(Rpc.Network.Stranger));
        Assert.Equal("NOT_ALLOWED", ErrorInfoOf(await Assert.ThrowsAsync<RpcException>(async () => await GetAsync(stranger))).Reason);
        Assert.Empty((await stranger.ListPoliciesAsync(new())).Policies);
    }

    [Fact]
    public async Task The_mode_of_the_network_is_said_once_whoever_says_it_again()
    {
        await using var running = await RunningAsync();
        var client = new PoliciesService.PoliciesServiceClient(await running.Host.AsAsync(Rpc.Network.Sofia));
        Assert.Equal((Mode.Open, 0), Of(await client.GetNetworkAsync(new())));

        Assert.Equal((Mode.Strict, 1), Of(await client.SetNetworkModeAsync(new() { Mode = Mode.Strict, RequestId = Rpc.Network.NewId() })));
        Assert.Equal((Mode.Strict, 1), Of(await client.SetNetworkModeAsync(new() { Mode = Mode.Strict, RequestId = Rpc.Network.NewId() })));
        Assert.Equal((Mode.Open, 2), Of(await client.SetNetworkModeAsync(new() { Mode = Mode.Open, RequestId = Rpc.Network.NewId() })));
        Assert.Equal((Mode.Open, 2), Of(await client.GetNetworkAsync(new())));
    }

    private static async Task<Running> RunningAsync()
    {
        var host = new ConventionsHost();
        await host.InitializeAsync();
        return new(host);
    }

    private sealed record Running(ConventionsHost Host) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Host.DisposeAsync();
    }

    private static (Mode, long) Of(Reseau.Policies.V1.Network network) => (network.Mode, network.Version);

    private static async Task<Reseau.Policies.V1.Policy> GetAsync(PoliciesService.PoliciesServiceClient client) =>
        await client.GetPolicyAsync(new() { From = "institutions/ccas-rennes", To = "institutions/caf-35" });
}
