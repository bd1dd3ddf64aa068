using Grpc.Core;
using Reseau.Testing;
using Reseau.Testing.Hosts;
using static Reseau.Testing.Contracts.EveryMethod;
using State = Reseau.Conventions.V1.Convention.Types.State;

namespace Reseau.Conventions.Tests.Policies;

/// <summary>Three services, one departure: it is said in the directory, and each of the others draws its own conclusion.</summary>
public sealed class LeavingTheNetwork
{
    private const string Caf = HelpOfTheCaf.Institution;

    [Fact]
    public async Task What_is_said_in_the_directory_ends_conventions_and_stops_referrals_until_the_return_that_revives_only_these()
    {
        var network = new NetworkHost();
        await network.InitializeAsync();
        try
        {
            await HelpOfTheCaf.OfferAsync(network.Partners);
            var (ccas, yann, sofia) = (await network.Referrals.ClientAsync("si-ccas-rennes"), await network.Conventions.ClientAsync(Rpc.Network.Yann), await network.Partners.ClientAsync(Rpc.Network.Sofia));
            var signed = await Rpc.Network.ActiveAsync(network.Conventions);
            await AnswersAsync("");

            await sofia.ArchiveInstitutionAsync(new() { Name = Caf, RequestId = Rpc.Network.NewId() });
            await AnswersAsync("INSTITUTION_ARCHIVED");
            Assert.Equal(Caf, Assert.Single((await Eventually.GetAsync(ConventionAsync, convention => convention.State == State.Terminated)).DepartedParties));

            await sofia.RestoreInstitutionAsync(new() { Name = Caf, RequestId = Rpc.Network.NewId() });
            await AnswersAsync("");
            Assert.Equal(State.Terminated, (await ConventionAsync()).State);

            async Task<V1.Convention> ConventionAsync() => await yann.GetConventionAsync(new() { Name = signed.Name });

            Task<string> AnswersAsync(string reason) => Eventually.GetAsync(SendAsync, answer => answer == reason);

            async Task<string> SendAsync()
            {
                try
                {
                    await ccas.SubmitReferralAsync(ReferralsHost.Submission(HelpOfTheCaf.Name));
                    return "";
                }
                catch (RpcException failure)
                {
                    return ErrorInfoOf(failure).Reason;
                }
            }
        }
        finally
        {
            await network.DisposeAsync();
        }
    }
}
