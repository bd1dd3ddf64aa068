using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Partners.V1;
using Reseau.Referrals.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>
/// Sends a person to a service: need, person, consent, on one page because that is the fastest by keyboard. After sending, the
/// browser is sent to the referral's own page: reloading it sends nothing.
/// </summary>
public sealed partial class ReferPage
{
    private Service _service = new();
    private string _institution = "";
    private string _requestId = "";
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

    private static (string, string)[] Channels { get; } =
        [.. Enum.GetValues<Consent.Types.Channel>().Where(channel => channel != Consent.Types.Channel.Unspecified).Select(channel => (channel.ToString(), Label.Of(channel)))];

    private static (string, string)[] Shareable { get; } = [.. ReferralForm.Shareable.Select(field => (field, Label.Shared(field)))];

    private (string, string)[] CommuneChoices =>
        [.. _commune.Choices.Select(commune => (commune.InseeCode, $"{commune.DisplayName}, {string.Join(" ou ", commune.PostalCodes.Take(3))}"))];

    protected override async Task LoadAsync()
    {
        var id = Http.Request.Query["service"].ToString();
        var answer = await Calls.Partners((partners, options) => partners.GetServiceAsync(new() { Name = "services/" + id }, options));
        if (!answer.Succeeded)
        {
            Fail(answer.Problem);
            return;
        }

        _service = answer.Value;
        _institution = await Names.OfAsync(_service.Institution);
        _requestId = RequestId.Of(Form);
        _shared = IsPost ? Form.All("partage") : ReferralForm.Shareable;
        _recipients = IsPost ? Form.All("destinataires") : [ReferralForm.Others];
        _commune = await Communes.FindAsync(Value("commune"), IsPost ? Form.Text("commune-insee") : Http.Request.Query["insee"].ToString());
    }

    private async Task SendAsync()
    {
        // The service was not found: the page says so, and there is nobody to send to.
        if (Problem is not null) return;

        var form = ReferralForm.Of(Form);
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
