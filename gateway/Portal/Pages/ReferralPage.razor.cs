using System.Globalization;
using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
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
    private IReadOnlyList<FieldProblem> _problems = [];
    private IReadOnlyList<FieldProblem> _documentProblems = [];
    private FormValues _sent = FormValues.Empty;
    private bool _stale;

    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    public InstitutionNames Names { get; set; } = null!;

    [Inject]
    public CommuneFinder Communes { get; set; } = null!;

    [Inject]
    public TimeProvider Clock { get; set; } = null!;

    private string Name => "referrals/" + Id;

    private string Address => "/orientations/" + ResourceId.InAddress(Name);

    private bool IsSender => _referral.Sender == User.Institution;

    private List<ActionShape> Possible => [.. ActionShape.All.Where(shape => shape != ActionShape.Note && _referral.PossibleActions.Contains(shape.Action))];

    private string BirthYear => _referral.Beneficiary is { BirthYear: > 0 } person ? person.BirthYear.ToString(CultureInfo.InvariantCulture) : "";

    private string? ConsentGiven => _referral.Consent is not { } consent ? null
        : consent.GivenOn is { } day ? $"{Label.Of(consent.Channel)}, le {French.Day(day)}" : Label.Of(consent.Channel);

    protected override async Task LoadAsync()
    {
        var answer = await Calls.Referrals((referrals, options) => referrals.GetReferralAsync(new() { Name = Name }, options));
        if (!answer.Succeeded)
        {
            Fail(answer.Problem);
            return;
        }

        _referral = answer.Value;
        _documentProblems = IsPost ? [] : DocumentLabels.Explain(Http.Request.Query[DocumentRoutes.ProblemField]);
        if (_documentProblems.Count > 0) Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        _names = await Names.OfAllAsync([_referral.Sender, _referral.Recipient, .. _referral.Timeline.Select(entry => entry.Institution)]);
        if (_referral.Beneficiary is { Commune.Length: > 0 } person) _commune = await Communes.NameOfAsync(person.Commune);
    }

    private async Task ActAsync()
    {
        if (Problem is not null || ActionForm.Of(Form, Name) is not { } form) return;

        var answer = await form.SendAsync(Calls);
        if (answer.Succeeded)
        {
            Navigation.NavigateTo($"{Address}?fait={form.Shape.Word}");
            return;
        }

        Reject(answer.Problem);
        _sent = Form;
        _stale = answer.Problem.IsStale;
        if (!_stale) _problems = form.Together(answer.Problem);
        // The page then tells the state of things now, not as they were when the form was shown.
        await LoadAsync();
    }
}
