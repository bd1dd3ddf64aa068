using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using static Reseau.Referrals.V1.Referral.Types;
using Action = Reseau.Referrals.V1.Referral.Types.Action;

namespace Reseau.Gateway.Portal.Components;

/// <summary>The actions on the referrals ticked in a list: those that are possible for one of them at least, and need nothing to be written.</summary>
public sealed partial class BulkFields
{
    /// <summary>Id of the form, to which the boxes belong.</summary>
    public const string FormId = "selection";

    [Parameter, EditorRequired]
    public IReadOnlyCollection<Action> Possible { get; set; } = [];

    [Parameter, EditorRequired]
    public string Address { get; set; } = "";

    [Parameter, EditorRequired]
    public string Handler { get; set; } = "";

    /// <summary>The form being shown again: what was chosen is still there.</summary>
    [Parameter]
    public FormValues Sent { get; set; } = FormValues.Empty;

    [Parameter]
    public IReadOnlyList<FieldProblem> Problems { get; set; } = [];

    private static (string, string)[] Reasons { get; } = [.. DeclineReasons.All.Where(reason => reason != "autre").Select(reason => (reason, Label.Reason(reason)))];

    private static (string, string)[] Outcomes { get; } =
        [.. Enum.GetValues<Outcome>().Where(outcome => outcome is not Outcome.Unspecified and not Outcome.Other).Select(outcome => (outcome.ToString(), Label.Of(outcome)))];

    private bool IsSent => Sent.Has(ActionForm.ActionField);

    private bool IsAsked(Action action) => Sent.Text(ActionForm.ActionField) == BulkForm.Word(action);
}
