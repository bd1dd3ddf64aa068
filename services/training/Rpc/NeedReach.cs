using Reseau.Access.V1;
using Reseau.Hosting.Access;
using Reseau.Training.Domain.Needs;

namespace Reseau.Training.Rpc;

/// <summary>Who keeps a need: those who lead its institution. Who sees it: they, and whoever looks after the network, which plans what answers it.</summary>
internal static class NeedReach
{
    /// <summary>Whether the caller keeps a need.</summary>
    public static bool Keeps(Caller caller, Need need) => ProfessionalReach.Manages(caller, need.Institution);

    /// <summary>Whether the caller says which plan answers a need.</summary>
    public static bool Plans(Caller caller, Need need) => Keeps(caller, need) || caller.Roles.Contains(Role.ChargeDeMission);

    /// <summary>Whether the caller sees a need.</summary>
    public static bool Sees(Caller caller, Need need) => Keeps(caller, need) || caller.LooksAfterNetwork;
}
