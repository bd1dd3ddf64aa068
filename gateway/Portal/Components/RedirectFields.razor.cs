using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;

namespace Reseau.Gateway.Portal.Components;

/// <summary>The form that passes a person on to one of the services the directory proposes.</summary>
public sealed partial class RedirectFields
{
    /// <summary>Name, in the address of the page, of the action that somebody wants to take.</summary>
    public const string WantedField = "agir";

    [Parameter, EditorRequired]
    public ActionShape Shape { get; set; } = null!;

    [Parameter, EditorRequired]
    public string Address { get; set; } = "";

    [Parameter, EditorRequired]
    public string Handler { get; set; } = "";

    [Parameter, EditorRequired]
    public string Etag { get; set; } = "";

    /// <summary>What is needed, for a search elsewhere when nothing is proposed.</summary>
    [Parameter, EditorRequired]
    public string Theme { get; set; } = "";

    /// <summary>Who could take the person; null while nobody asked.</summary>
    [Parameter]
    public NextServicesFound? Next { get; set; }

    /// <summary>Whether who passes the person on says why: not who was refused.</summary>
    [Parameter]
    public bool NeedsReasons { get; set; }

    [Parameter]
    public FormValues Sent { get; set; } = FormValues.Empty;

    [Parameter]
    public IReadOnlyList<FieldProblem> Problems { get; set; } = [];

    private static (string, string)[] Reasons { get; } = [.. DeclineReasons.All.Select(reason => (reason, Label.Reason(reason)))];

    private bool IsSent => Sent.Text(ActionForm.ActionField) == Shape.Word;

    private string Directory => new SearchForm { Themes = [Theme], TakesReferrals = true }.ToAddress();

    private string Hint => (Next is { IsWidened: true } ? "Aucun autre service ne répond à ce besoin précis : voici des besoins voisins. " : "")
        + (Next is { IsNearPerson: true } ? "Les plus proches de la commune de la personne d’abord." : "Les plus proches de votre service d’abord : la commune de la personne n’est pas connue.");

    /// <summary>The page of a referral, with the next services.</summary>
    public static string Ask(string address) =>
        QueryHelpers.AddQueryString(address, WantedField, ActionShape.Redirect.Word) + "#" + ActionShape.Redirect.Word;

    private string Typed(string field) => IsSent ? Sent.Text(field) : "";
}
