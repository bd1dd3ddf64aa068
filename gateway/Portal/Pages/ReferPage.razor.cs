using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Partners.V1;
using Reseau.Referrals.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>
/// Sends a person to a service that is chosen: need, person, consent, on one page because that is the fastest by keyboard. After sending,
/// the browser is sent to the referral's own page: reloading it sends nothing. Whoever has no service yet, or no time, goes step by step
/// (<see cref="DraftPage"/>).
/// </summary>
public sealed partial class ReferPage
{
    private Service _service = new();
    private string _institution = "";
    // A request id is for one deed: keeping it and sending it are two.
    private const string DraftRequest = "demande-brouillon";

    private string _requestId = "";
    private string _draftRequestId = "";
    private CommuneMatch _commune = CommuneMatch.Nothing;
    private IReadOnlyList<FieldProblem> _problems = [];
    private IReadOnlyList<string> _shared = [];
    private IReadOnlyList<string> _recipients = [];

    [Inject]
    public InstitutionNames Names { get; set; } = null!;

    [Inject]
    public CommuneFinder Communes { get; set; } = null!;

    [Inject]
    public TimeProvider Clock { get; set; } = null!;

    private bool IsClosed => _service.Capacity is { State: Capacity.Types.State.Closed } capacity && !(French.DayOf(capacity.UntilDate) < French.Today(Clock));

    protected override async Task LoadAsync()
    {
        var id = Http.Request.Query["service"].ToString();
        if (id.Length == 0)
        {
            Navigation.NavigateTo(DraftPage.Beginning);
            return;
        }

        var answer = await Calls.Partners((partners, options) => partners.GetServiceAsync(new() { Name = "services/" + id }, options));
        if (!answer.Succeeded)
        {
            Fail(answer.Problem);
            return;
        }

        _service = answer.Value;
        _institution = await Names.OfAsync(_service.Institution);
        (_requestId, _draftRequestId) = (RequestId.Of(Form), Guid.TryParse(Form.Text(DraftRequest), out var given) ? given.ToString() : RequestId.New());
        _shared = IsPost ? Form.All("partage") : ReferralForm.Shareable;
        _recipients = IsPost ? Form.All("destinataires") : [ReferralForm.Others];
        _commune = await Communes.FindAsync(Value("commune"), IsPost ? Form.Text("commune-insee") : Http.Request.Query["insee"].ToString());
    }

    private async Task SendAsync()
    {
        // The service was not found: the page says so, and there is nobody to send to.
        if (Problem is not null) return;

        var form = ReferralForm.Of(Form);
        if (Form.Text(DraftPage.Deed) == DraftPage.Save)
        {
            await KeepAsync(form);
            return;
        }

        var request = form.ToRequest(_service.Name, _commune);
        var answer = await Calls.Referrals((referrals, options) => referrals.SubmitReferralAsync(request, options));
        if (answer.Succeeded)
        {
            Navigation.NavigateTo($"/orientations/{ResourceId.InAddress(answer.Value.Name)}?fait=envoi");
            return;
        }

        Reject(answer.Problem);
        _problems = form.Together(answer.Problem);
    }

    private async Task KeepAsync(ReferralForm form)
    {
        var draft = form.ToDraft(_service.Name, _commune);
        var request = new SaveDraftRequest { Referral = draft, RequestId = form.Problems.Count == 0 ? _draftRequestId : "" };
        var answer = await Calls.Referrals((referrals, options) => referrals.SaveDraftAsync(request, options));
        if (answer.Succeeded)
        {
            Navigation.NavigateTo($"{DraftPage.AddressOf(answer.Value.Name)}?fait=brouillon");
            return;
        }

        Reject(answer.Problem);
        _problems = form.Together(answer.Problem);
    }

    // What was typed, or on a fresh form what is already known.
    private string Value(string name) => IsPost ? Form.Text(name) : name switch
    {
        "theme" => _service.Themes.Count == 1 ? _service.Themes[0] : Http.Request.Query["theme"].ToString(),
        "commune" => Http.Request.Query["commune"].ToString(),
        // Whoever writes the referral has most often heard the person.
        "temoin" => User.Name,
        "accord-le" => FrenchInput.Field(French.Today(Clock)),
        "accord-jusquau" => FrenchInput.Field(French.Today(Clock).AddYears(1)),
        _ => "",
    };
}
