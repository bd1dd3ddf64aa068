using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>The API of training plans: what professionals shall be able to do, by when, with what money, and how far that is.</summary>
internal sealed partial class PlansEndpoint : Contract.PlansService.PlansServiceBase;
