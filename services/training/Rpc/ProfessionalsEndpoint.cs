using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>The API of professionals: each sees and corrects their own record, an institution its own people, the network counts.</summary>
internal sealed partial class ProfessionalsEndpoint : Contract.ProfessionalsService.ProfessionalsServiceBase;
