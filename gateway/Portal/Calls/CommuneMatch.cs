using Reseau.Partners.V1;

namespace Reseau.Gateway.Portal.Calls;

/// <summary>What became of a commune somebody typed: found, several to choose from, unknown (neither), or not asked.</summary>
public sealed record CommuneMatch(Commune? Found, IReadOnlyList<Commune> Choices, CallProblem? Problem)
{
    public static readonly CommuneMatch Nothing = new(null, [], null);
}
