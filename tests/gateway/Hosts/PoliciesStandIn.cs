using Grpc.Core;
using Reseau.Conventions.V1;
using Reseau.Policies.V1;

namespace Reseau.Gateway.Tests.Hosts;

/// <summary>Two policies, and a network that can be made open or strict.</summary>
public sealed class PoliciesStandIn : PoliciesService.PoliciesServiceBase
{
    public Network Current { get; } = new() { Mode = Network.Types.Mode.Open };

    public override Task<Network> GetNetwork(GetNetworkRequest request, ServerCallContext context) => Task.FromResult(Current);

    public override Task<Network> SetNetworkMode(SetNetworkModeRequest request, ServerCallContext context)
    {
        Current.Mode = request.Mode;
        return Task.FromResult(Current);
    }

    public override Task<ListPoliciesResponse> ListPolicies(ListPoliciesRequest request, ServerCallContext context) => Task.FromResult(new ListPoliciesResponse
    {
        Policies =
        {
            new Policies.V1.Policy
            {
                From = "institutions/ccas-rennes", To = "institutions/caf-35", Standing = Policies.V1.Policy.Types.Standing.InForce, EndDate = new() { Year = 2027, Month = 2, Day = 28 },
                Conventions = { "conventions/c1@2" }, Sources = { new RuleSource { Rule = "standing", Convention = "conventions/c1", ConventionTitle = "Protocole <d’orientation>" } },
            },
            new Policies.V1.Policy { From = "institutions/caf-35", To = "institutions/ccas-rennes", Standing = Policies.V1.Policy.Types.Standing.Suspended, Contradictions = { "themes" } },
        },
    });
}
