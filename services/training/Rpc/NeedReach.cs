using Reseau.Access.V1;
using Reseau.Hosting.Access;
using Reseau.Training.Domain.Needs;
using Reseau.Training.Views;

namespace Reseau.Training.Rpc;

/// <summary>
/// Who keeps which need: one of the network the charge-de-mission, one of an institution those who lead it. Who sees it: they, whoever looks after the network, which plans what
/// answers it, and one of the network those who lead any institution.
/// </summary>
internal static class NeedReach
{
    /// <summary>Whether the caller keeps the needs that their institution raises, those of the network or its own.</summary>
    public static bool Keeps(Caller caller, bool network) => network ? PlanReach.Keeps(caller, network) : ProfessionalReach.Manages(caller, caller.Institution);

    /// <summary>Whether the caller keeps a need.</summary>
    public static bool Keeps(Caller caller, Need need) => need.Institution == caller.Institution && Keeps(caller, need.Network);

    /// <summary>Whether the caller says which plan answers a need.</summary>
    public static bool Plans(Caller caller, Need need) => Keeps(caller, need) || caller.Roles.Contains(Role.ChargeDeMission);

    /// <summary>Whether the caller sees a need.</summary>
    public static bool Sees(Caller caller, Need need) => Keeps(caller, need) || caller.LooksAfterNetwork || (need.Network && Keeps(caller, network: false));

    /// <summary>The same of lists.</summary>
    public static NeedOwners Owners(Caller caller) =>
        caller.LooksAfterNetwork ? new(Institution: null, Network: true) : new(caller.Institution, Keeps(caller, network: false));
}
