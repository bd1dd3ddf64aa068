using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>The habilitations and the skills of the network: data that the chargé de mission defines and everybody reads.</summary>
public sealed partial class HabilitationsPage
{
    public const string Address = "/formations/habilitations";

    private IReadOnlyList<HabilitationRule> _rules = [];
    private IReadOnlyList<Skill> _skills = [];

    [Inject]
    public TrainingTerms Terms { get; set; } = null!;

    protected override async Task LoadAsync()
    {
        // Who defines them sees what is retired, too: it may come back.
        var retired = User.CanLookAfterNetwork;
        var rules = await Terms.RulesAsync(retired);
        var skills = await Terms.SkillsAsync(retired);
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
