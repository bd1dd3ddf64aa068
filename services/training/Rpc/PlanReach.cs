using Reseau.Access.V1;
using Reseau.Hosting.Access;
using Reseau.Training.Domain.Plans;
using Reseau.Training.Views;

namespace Reseau.Training.Rpc;

/// <summary>
/// Who keeps which plan: a plan of the network the charge-de-mission, a plan of an institution its heads. And who sees which: a plan of the network
/// everyone, one of an institution its own people and whoever looks after the network; what was never published only those who keep it.
/// </summary>
internal static class PlanReach
{
    /// <summary>Whether the caller keeps the plans of their institution, those for the network or those for itself.</summary>
    public static bool Keeps(Caller caller, bool network) => caller.Institution.Length > 0 && caller.Roles.Contains(network ? Role.ChargeDeMission : Role.Responsable);

    /// <summary>Whether the caller keeps a plan.</summary>
    public static bool Keeps(Caller caller, Plan plan) => plan.Institution == caller.Institution && Keeps(caller, plan.Network);

    /// <summary>Whether the caller sees a plan.</summary>
    public static bool Sees(Caller caller, Plan plan) => Keeps(caller, plan) || (plan.Shown && (plan.Network || plan.Institution == caller.Institution || caller.LooksAfterNetwork));

    /// <summary>The same of lists.</summary>
    public static PlanQuestion Question(Caller caller) => new(caller.Institution, caller.LooksAfterNetwork, Keeps(caller, network: true), Keeps(caller, network: false));
}
