using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>Writes the rule of a habilitation: what gives it, how long it lasts.</summary>
public sealed partial class EditHabilitationPage
{
    public const string New = HabilitationsPage.Address + "/nouvelle";
    private const string Handler = "habilitation";

    private HabilitationRule _rule = new();
    private IReadOnlyList<HabilitationRule> _rules = [];
    private FormValues _values = FormValues.Empty;

    [Parameter]
    public string? Id { get; set; }

    [Inject]
    public TrainingTerms Terms { get; set; } = null!;

    private bool IsNew => Id is null;

    private string Title => IsNew ? "Définir une habilitation" : $"Modifier « {_rule.Title} »";

    private string Etag => EtagOf(_rule.Etag);

    private string Here => IsNew ? New : AddressOf(_rule.Name);

    private IEnumerable<string> SourceErrors => Problems.Where(problem => problem.Field == "par-formation").Select(problem => problem.Sentence);

    /// <summary>The page that changes a rule.</summary>
    public static string AddressOf(string name) => $"{HabilitationsPage.Address}/{ResourceId.InAddress(name)}/modifier";

    protected override async Task LoadAsync()
    {
        var answer = await Terms.RulesAsync(retired: true);
        if (!answer.Succeeded)
        {
            Fail(answer.Problem);
            return;
        }

        _rules = answer.Value.Rules;
        if (!IsNew)
        {
            if (_rules.FirstOrDefault(rule => rule.Name == HabilitationRuleForm.Prefix + Id) is not { } known)
            {
                Fail(CallProblem.NotAllowed);
                return;
            }

            _rule = known;
        }

        _values = IsPost ? Form : HabilitationRuleForm.ValuesOf(_rule);
    }

    private async Task SaveAsync()
    {
        if (Problem is not null) return;

        var form = HabilitationRuleForm.Of(Form, _rule.Name, _rules);
        form.Rule.Etag = Etag;
        var request = new DefineHabilitationRuleRequest { Rule = form.Rule, RequestId = form.IsReadable ? Deed : "" };
        var answer = await Calls.Habilitations((habilitations, options) => habilitations.DefineHabilitationRuleAsync(request, options));
        if (answer.Succeeded)
        {
            Navigation.NavigateTo($"{HabilitationsPage.Address}?fait=habilitation-definir");
            return;
        }

        Refuse(answer.Problem, form.Together);
    }
}
