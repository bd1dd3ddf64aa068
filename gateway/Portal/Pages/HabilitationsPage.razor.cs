using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>The habilitations and the skills of the network: data that the chargé de mission defines and everybody reads.</summary>
public sealed partial class HabilitationsPage
{
    public const string Address = "/formations/habilitations";

    private IReadOnlyList<HabilitationRule> _rules = [];
    private IReadOnlyList<Skill> _skills = [];

    protected override async Task LoadAsync()
    {
        // Who defines them sees what is retired, too: it may come back.
        var retired = User.CanLookAfterNetwork;
        var rules = await Calls.Habilitations((habilitations, options) => habilitations.ListHabilitationRulesAsync(new() { ShowRetired = retired }, options));
        var skills = await Calls.Professionals((professionals, options) => professionals.ListSkillsAsync(new() { ShowRetired = retired }, options));
        if ((rules.Problem ?? skills.Problem) is { } problem)
        {
            Fail(problem);
            return;
        }

        (_rules, _skills) = (rules.Value!.Rules, skills.Value!.Skills);
    }

    // Who defines a rule writes what they like: only an address of the web becomes a link.
    private static bool IsAddress(string source) => Uri.TryCreate(source, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http";
}
