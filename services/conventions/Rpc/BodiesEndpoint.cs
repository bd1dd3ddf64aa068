using Contract = Reseau.Conventions.V1;

namespace Reseau.Conventions.Rpc;

/// <summary>The API of governance bodies.</summary>
internal sealed partial class BodiesEndpoint : Contract.BodiesService.BodiesServiceBase
{
}
