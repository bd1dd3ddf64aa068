using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>The API of the figures of training: counts only, small ones withheld outside one's institution.</summary>
internal sealed partial class TrainingFiguresEndpoint : Contract.TrainingFiguresService.TrainingFiguresServiceBase;
