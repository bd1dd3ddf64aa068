using Reseau.Access.V1;
using Reseau.Hosting.Access;

namespace Reseau.Training.Rpc;

/// <summary>How far a caller reaches: their institution's own, or the whole network for whoever animates or administers it.</summary>
internal static class Reach
{
    /// <summary>Whether the caller looks after the whole network.</summary>
    public static bool OfAll(Caller caller) => caller.Roles.Contains(Role.ChargeDeMission) || caller.IsAdministrator;
}
