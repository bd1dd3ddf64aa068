using System.Globalization;
using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Components;
using Reseau.Gateway.Portal.Documents;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Referrals.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>
/// The file of one referral: where it stands, what can be done now, the person, what happened. The title names nobody, because
/// titles stay in the browser's history.
/// </summary>
public sealed partial class ReferralPage
{
    private const string Handler = "agir";

    private Referral _referral = new();
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>(StringComparer.Ordinal);
    private string _commune = "";
    private IReadOnlyList<FieldProblem> _documentProblems = [];
    private FormValues _sent = FormValues.Empty;
    private NextServicesFound? _next;

    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    public InstitutionNames Names { get; set; } = null!;

    [Inject]
    public CommuneFinder Communes { get; set; } = null!;

    [Inject]
    public NextServices Next { get; set; } = null!;

    [Inject]
    public TimeProvider Clock { get; set; } = null!;

    private string Name => "referrals/" + Id;

    private string Address => "/orientations/" + ResourceId.InAddress(Name);

    private bool IsSender => _referral.Sender == User.Institution;

    private List<ActionShape> Possible => [.. ActionShape.All.Where(shape => shape != ActionShape.Note && _referral.PossibleActions.Contains(shape.Action))];

    // The only thing left to do is open at once, unless it is to forget the person.
    private bool OpensAlone(ActionShape shape) => Ways == 1 && MovesOn(shape);

    private int Ways => Possible.Count(MovesOn);

    // What is always possible is not what the file waits for.
    private static bool MovesOn(ActionShape shape) => shape.Action is not (Referral.Types.Action.WithdrawConsent or Referral.Types.Action.Correct);

    // Looked for when somebody wants to pass the person on, or can do nothing else; not at each reading of a file.
    private bool WantsNext => Possible.Contains(ActionShape.Redirect) && (IsPost
        ? _sent.Text(ActionForm.ActionField) == ActionShape.Redirect.Word
        : Ways == 1 || Http.Request.Query[RedirectFields.WantedField] == ActionShape.Redirect.Word);

    private string BirthYear => _referral.Beneficiary is { BirthYear: > 0 } person ? person.BirthYear.ToString(CultureInfo.InvariantCulture) : "";

    private string? ConsentGiven => _referral.Consent is not { } consent ? null
        : consent.GivenOn is { } day ? $"{Label.Of(consent.Channel)}, le {French.Day(day)}" : Label.Of(consent.Channel);

    private string Recipients => _referral.Consent is { Recipients.Count: > 0 } ? "les seuls destinataires que la personne a nommés" : "ce service, ou un autre qui répond au même besoin";

    protected override async Task LoadAsync()
    {
        var answer = await Calls.Referrals((referrals, options) => referrals.GetReferralAsync(new() { Name = Name }, options));
        if (!answer.Succeeded)
        {
            Fail(answer.Problem);
            return;
        }

        _referral = answer.Value;
        if (_referral.State == Referral.Types.State.Draft)
        {
            Navigation.NavigateTo(DraftPage.AddressOf(Name));
            return;
        }

        _names = await Names.OfAllAsync([_referral.Sender, _referral.Recipient, .. _referral.Chain.Select(link => link.Recipient), .. _referral.Timeline.Select(entry => entry.Institution)]);
        _documentProblems = IsPost ? [] : DocumentLabels.Explain(Http.Request.Query[DocumentRoutes.ProblemField]);
        if (_documentProblems.Count > 0) Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        if (_referral.Beneficiary is { Commune.Length: > 0 } person) _commune = await Communes.NameOfAsync(person.Commune);
        if (WantsNext) _next = await Next.OfAsync(_referral);
    }

    private async Task ActAsync()
    {
        if (Problem is not null || ActionForm.Of(Form, Name) is not { } form) return;

        var answer = await form.SendAsync(Calls);
        if (answer.Succeeded)
        {
            // Who sends a person elsewhere goes on with that one.
            var shown = IsSender && answer.Value.RedirectedTo is { Length: > 0 } next ? "/orientations/" + ResourceId.InAddress(next) : Address;
            Navigation.NavigateTo($"{shown}?fait={form.Shape.Word}");
            return;
        }

        _sent = Form;
        Refuse(answer.Problem, form.Together);
        // The page then tells the state of things now, not as they were when the form was shown.
        await LoadAsync();
    }
}
