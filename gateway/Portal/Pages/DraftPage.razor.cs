using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Referrals.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>
/// The way to a referral step by step, for whoever has no service yet, or no time now. Each step is saved when it is left, with the
/// service; the address holds the draft's name and nothing of the person. Going back shows what was saved; a page that is old says so
/// and keeps what was typed; what is sent twice is one referral.
/// </summary>
public sealed partial class DraftPage
{
    /// <summary>Where a draft begins.</summary>
    public const string Beginning = "/orienter/brouillon";

    /// <summary>What a button of a draft's forms does; saving and going on when none says.</summary>
    public const string Deed = "geste";

    /// <summary>Keeps what was typed and ends there.</summary>
    public const string Save = "garder";

    /// <summary>Sends the referral.</summary>
    public const string Send = "envoyer";

    /// <summary>Throws the draft away.</summary>
    public const string Discard = "supprimer";

    /// <summary>Under which every form of a draft is handled.</summary>
    public const string Handler = "brouillon";

    private const string StepField = "etape";
    private const string Drafts = "/orientations/envoyees?liste=brouillons";

    private Referral _draft = new() { Beneficiary = new() };
    private DraftStep _step = DraftStep.Need;
    private FormValues _saved = FormValues.Empty;
    private CommuneMatch _commune = CommuneMatch.Nothing;
    private NextServicesFound? _found;
    private IReadOnlyList<string> _constraints = [];
    private IReadOnlyList<FieldProblem> _problems = [];
    private string _institution = "";
    private string _requestId = RequestId.New();
    private bool _stale;
    private bool _isOver;

    /// <summary>Of the draft; null where one begins.</summary>
    [Parameter]
    public string? Id { get; set; }

    [Inject]
    public InstitutionNames Names { get; set; } = null!;

    [Inject]
    public CommuneFinder Communes { get; set; } = null!;

    [Inject]
    public NextServices Next { get; set; } = null!;

    [Inject]
    public TimeProvider Clock { get; set; } = null!;

    private static (string, string)[] Constraints { get; } = [("a-distance", "À distance, sans déplacement"), ("places", "Avec de la place maintenant")];

    private string Name => string.IsNullOrEmpty(Id) ? "" : "referrals/" + Id;

    private string ServiceName => _draft.ServiceDisplayName.Length > 0 ? _draft.ServiceDisplayName : "celui que vous choisirez";

    // What this form has just sent, or what was saved.
    private FormValues Values => IsPost && Form.Text(Deed).Length == 0 ? Form : _saved;

    private string Value(string control) => Values.Text(control);

    /// <summary>The page of a draft: of one of its steps, or of the first that lacks something.</summary>
    public static string AddressOf(string name, DraftStep? step = null)
    {
        var address = name.Length == 0 ? Beginning : $"{Beginning}/{ResourceId.InAddress(name)}";
        return step is null ? address : QueryHelpers.AddQueryString(address, StepField, step.Word);
    }

    protected override async Task LoadAsync()
    {
        if (Name.Length > 0 && !await ReadAsync()) return;

        _step = Name.Length == 0 ? DraftStep.Need : DraftStep.Of(Http.Request.Query[StepField].ToString(), _draft);
        if (IsPost) _requestId = RequestId.Of(Form);
        var saved = _draft.Beneficiary?.Commune ?? "";
        var isTyped = IsPost && _step == DraftStep.Need;
        _commune = isTyped ? await Communes.FindAsync(Form.Text("commune"), Form.Text("commune-insee")) : await Communes.FindAsync(saved, saved);
        _saved = DraftValues.Of(_draft, isTyped ? "" : _commune.Found?.DisplayName ?? "", User.Name, French.Today(Clock));
        if (_step == DraftStep.Service) await LookAsync();
        if (_step == DraftStep.Consent || _step == DraftStep.Check) _institution = await InstitutionAsync();
    }

    // Sent, or thrown away, there is no draft any more: whoever comes back sees what became of it.
    private async Task<bool> ReadAsync()
    {
        var answer = await Calls.Referrals((referrals, options) => referrals.GetReferralAsync(new() { Name = Name }, options));
        if (!answer.Succeeded)
        {
            Fail(answer.Problem);
            return false;
        }

        _draft = answer.Value;
        _isOver = _draft.State != Referral.Types.State.Draft;
        // A form that is sent is answered when it is handled.
        if (_isOver && !IsPost) Leave(_draft);
        return !_isOver;
    }

    private void Leave(Referral referral) => Navigation.NavigateTo(referral.State == Referral.Types.State.Voided
        ? $"{Drafts}&fait=suppression"
        : $"/orientations/{ResourceId.InAddress(referral.Name)}{(IsPost ? "?fait=envoi" : "")}");

    private async Task LookAsync()
    {
        _constraints = [.. Http.Request.Query["contraintes"].OfType<string>()];
        if (_draft.Theme.Length > 0) _found = await Next.OfAsync(_draft, _constraints.Contains("a-distance"), _constraints.Contains("places"));
    }

    private async Task<string> InstitutionAsync()
    {
        if (_draft.Service.Length == 0) return "celui que vous choisirez";
        var service = await Calls.Partners((partners, options) => partners.GetServiceAsync(new() { Name = _draft.Service }, options));
        return service.Succeeded ? await Names.OfAsync(service.Value.Institution) : _draft.ServiceDisplayName;
    }

    private async Task ActAsync()
    {
        if (Problem is not null) return;
        if (_isOver)
        {
            Leave(_draft);
            return;
        }

        var etag = Form.Text(ActionForm.EtagField);
        var answer = await (Form.Text(Deed) switch
        {
            Send => Calls.Referrals((referrals, options) => referrals.SubmitDraftAsync(new() { Name = Name, Etag = etag, RequestId = _requestId }, options)),
            Discard => Calls.Referrals((referrals, options) => referrals.DiscardDraftAsync(new() { Name = Name, Etag = etag, RequestId = _requestId }, options)),
            _ => SaveAsync(etag),
        });
        if (!answer.Succeeded)
        {
            Refuse(answer.Problem);
            return;
        }

        if (answer.Value.State != Referral.Types.State.Draft) Leave(answer.Value);
        else Navigation.NavigateTo(AddressOf(answer.Value.Name, _step.Next));
    }

    // While something cannot be read, the request carries no id: the service then names what else is wrong, and keeps nothing.
    private Task<Answer<Referral>> SaveAsync(string etag)
    {
        var (form, referral) = (ReferralForm.Of(Form), _draft.Clone());
        form.Write(_step, referral, _commune);
        if (_step == DraftStep.Need) form.Require("theme", "field.choice-required");
        if (_step == DraftStep.Service && _draft.Service.Length == 0) form.Require("service", "field.choice-required");
        _problems = form.Problems;
        var request = new SaveDraftRequest { Name = Name, Etag = etag, RequestId = form.Problems.Count == 0 ? _requestId : "", Referral = referral };
        return Calls.Referrals((referrals, options) => referrals.SaveDraftAsync(request, options));
    }

    private void Refuse(CallProblem problem)
    {
        Reject(problem);
        // The id of a deed that was done from this very page, then typed over: the page is as old as with another version.
        _stale = problem.IsStale || problem.Reason == "REQUEST_ID_REUSED";
        if (!_stale) _problems = ReferralForm.Of(Form).Together(problem, _problems);
        else _requestId = RequestId.New();
    }
}
