using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using static Reseau.Referrals.V1.Referral.Types;
using Action = Reseau.Referrals.V1.Referral.Types.Action;

namespace Reseau.Gateway.Portal.Components;

/// <summary>The form of one action on a referral: only what this action needs.</summary>
public sealed partial class ActionFields
{
    [Parameter, EditorRequired]
    public ActionShape Shape { get; set; } = null!;

    [Parameter, EditorRequired]
    public string Address { get; set; } = "";

    [Parameter, EditorRequired]
    public string Handler { get; set; } = "";

    [Parameter, EditorRequired]
    public string Etag { get; set; } = "";

    /// <summary>Where the referral stands: what can be corrected depends on it.</summary>
    [Parameter, EditorRequired]
    public State Now { get; set; }

    [Parameter]
    public bool Open { get; set; }

    /// <summary>Whether the person could be passed on instead.</summary>
    [Parameter]
    public bool CanRedirect { get; set; }

    /// <summary>The form being shown again, if it is this one: what was typed is still there.</summary>
    [Parameter]
    public FormValues Sent { get; set; } = FormValues.Empty;

    [Parameter]
    public IReadOnlyList<FieldProblem> Problems { get; set; } = [];

    private static (string, string)[] Reasons { get; } = [.. DeclineReasons.All.Select(reason => (reason, Label.Reason(reason)))];

    private static (string, string)[] Outcomes { get; } = Choices(Outcome.Unspecified);

    private static (string, string)[] Autonomies { get; } = Choices(Autonomy.Unspecified);

    private bool IsSent => Sent.Text(ActionForm.ActionField) == Shape.Word;

    private string? MessageHint => Shape.Action switch
    {
        Action.Decline => "Obligatoire si vous cochez « Autre motif ».",
        Action.Complete => "Obligatoire si vous choisissez « Autre issue ».",
        Action.Correct when Now is State.Completed or State.Declined => "Ce que vous ne choisissez pas au-dessus reste tel qu’il est.",
        _ => null,
    };

    private bool Corrects(State state) => Shape.Action == Action.Correct && Now == state;

    private string Typed(string field) => IsSent ? Sent.Text(field) : "";

    private static (string, string)[] Choices<TEnum>(TEnum none) where TEnum : struct, Enum =>
        [.. Enum.GetValues<TEnum>().Where(value => !value.Equals(none)).Select(value => (value.ToString(), Label.Of(value)))];
}
