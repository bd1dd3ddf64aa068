using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>The API of habilitations: their rules as data, and who holds which.</summary>
internal sealed partial class HabilitationsEndpoint : Contract.HabilitationsService.HabilitationsServiceBase;
