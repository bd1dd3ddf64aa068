using Reseau.Access.V1;
using Reseau.Hosting.Access;
using Reseau.Training.Domain.Campaigns;
using Reseau.Training.Views;

namespace Reseau.Training.Rpc;

/// <summary>
/// Who keeps which campaign: one of the network the charge-de-mission, one of an institution its heads. Who sees it and its counts: they, whoever looks after the network,
/// and heads what a campaign of the network says of their own people. Who is asked sees neither, but the questions.
/// </summary>
internal static class CampaignReach
{
    /// <summary>Whether the caller keeps a campaign.</summary>
    public static bool Keeps(Caller caller, Campaign campaign) => campaign.Institution == caller.Institution && PlanReach.Keeps(caller, campaign.Network);

    /// <summary>Whether the caller sees a campaign.</summary>
    public static bool Sees(Caller caller, Campaign campaign) => Keeps(caller, campaign) || (campaign.Shown
        && (caller.LooksAfterNetwork || (campaign.Asks(caller.Institution) && PlanReach.Keeps(caller, network: false))));

    /// <summary>Whether what all answered is counted for the caller, rather than what their own people did.</summary>
    public static bool CountsAll(Caller caller, Campaign campaign) => Keeps(caller, campaign) || caller.LooksAfterNetwork;

    /// <summary>The same of lists as <see cref="Sees"/>.</summary>
    public static CampaignQuestion Question(Caller caller) =>
        new(caller.Institution, caller.LooksAfterNetwork, caller.Roles.Contains(Role.ChargeDeMission) && caller.Institution.Length > 0, PlanReach.Keeps(caller, network: false));
}
