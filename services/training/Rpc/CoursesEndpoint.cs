using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>The API of the catalogue: what professionals can be trained in.</summary>
internal sealed partial class CoursesEndpoint : Contract.CoursesService.CoursesServiceBase;
