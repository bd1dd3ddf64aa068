using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>The API of sessions: when a course is given, who has a seat, who came, and what it gave them.</summary>
internal sealed partial class SessionsEndpoint : Contract.SessionsService.SessionsServiceBase;
