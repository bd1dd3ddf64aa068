using Reseau.Partners.V1;

namespace Reseau.Gateway.Portal.Calls;

/// <summary>The services that could take a person next, best first; or why the directory did not say.</summary>
public sealed record NextServicesFound(IReadOnlyList<SearchHit> Hits, CallProblem? Problem)
{
    /// <summary>Whether they were looked for near the person; near the service that was asked otherwise.</summary>
    public bool IsNearPerson { get; init; }

    /// <summary>Whether nobody answers the very need, and these answer one like it.</summary>
    public bool IsWidened { get; init; }
}
