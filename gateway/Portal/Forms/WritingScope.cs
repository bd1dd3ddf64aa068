namespace Reseau.Gateway.Portal.Forms;

/// <summary>Whose a plan, a need or a campaign is: the network's, or an institution's. It stays as it was begun, and only who writes both chooses.</summary>
/// <param name="Network">Whether it is the network's.</param>
/// <param name="MayChoose">Whether the writer chooses.</param>
public sealed record WritingScope(bool Network, bool MayChoose)
{
    /// <summary>Name of the control, ticked for the network.</summary>
    public const string Field = "reseau";

    /// <summary>Of something new.</summary>
    /// <param name="user">Who writes it.</param>
    /// <param name="chosen">What they chose, if they may.</param>
    public static WritingScope New(PortalUser user, bool chosen) => user.CanWriteForNetwork && user.CanLeadTeam ? new(chosen, MayChoose: true) : new(user.CanWriteForNetwork, MayChoose: false);

    /// <summary>Of what was begun.</summary>
    public static WritingScope Begun(bool network) => new(network, MayChoose: false);
}
