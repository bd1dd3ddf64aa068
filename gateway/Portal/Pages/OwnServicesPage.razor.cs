using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Partners.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>
/// The services of the person's institution, the least fresh first, so that two clicks a day keep the directory true: "still true",
/// and whether there is room. Whoever receives people may say the second; a manager may say both, and write.
/// </summary>
public sealed partial class OwnServicesPage
{
    public const string Address = "/mes-services";
    private const string Handler = "agir";
    private const int PageSize = 25;
    private const int MostPlaces = 200;

    private ListServicesResponse _list = new();
    private Dictionary<string, string> _places = new(StringComparer.Ordinal);
    private FormValues _sent = FormValues.Empty;
    private string _institution = "";

    [Inject]
    public InstitutionNames Names { get; set; } = null!;

    private string PageToken => Http.Request.Query["page"].ToString();

    private string Here => PageAddress(PageToken);

    protected override async Task LoadAsync()
    {
        var request = new ListServicesRequest { OwnInstitution = true, PageSize = PageSize, PageToken = PageToken };
        var answer = await Calls.Partners((partners, options) => partners.ListServicesAsync(request, options));
        if (!answer.Succeeded)
        {
            Fail(answer.Problem);
            return;
        }

        _list = answer.Value;
        _institution = await Names.OfAsync(User.Institution ?? "");
        var ours = new ListStructuresRequest { Institution = User.Institution ?? "", PageSize = MostPlaces };
        var places = await Calls.Partners((partners, options) => partners.ListStructuresAsync(ours, options));
        // The names of places help to tell services apart; the list is useful without them.
        if (places.Succeeded) _places = places.Value.Structures.ToDictionary(place => place.Name, place => place.DisplayName, StringComparer.Ordinal);
    }

    private async Task ActAsync()
    {
        if (Problem is not null) return;

        var action = Form.Text(ActionForm.ActionField);
        var service = Form.Text("service");
        var capacity = new CapacityForm(Form, int.TryParse(Form.Text("rang"), NumberStyles.None, CultureInfo.InvariantCulture, out var rank) ? rank : 0);
        var answer = action == "confirmer"
            ? await ConfirmAsync(service)
            : await Calls.Partners((partners, options) => partners.SetCapacityAsync(capacity.ToRequest(service), options));
        if (answer.Succeeded)
        {
            Navigation.NavigateTo(PageAddress(PageToken, action == "confirmer" ? "confirmer" : "places"));
            return;
        }

        Refuse(answer.Problem, capacity.Together);
        if (!IsStale) _sent = Form;
        await LoadAsync();
    }

    private Task<Answer<Service>> ConfirmAsync(string service)
    {
        var request = new ConfirmServiceRequest { Name = service, Etag = Form.Text(ActionForm.EtagField), RequestId = RequestId.Of(Form) };
        return Calls.Partners((partners, options) => partners.ConfirmServiceAsync(request, options));
    }

    private static string PageAddress(string page, string done = "") => QueryHelpers.AddQueryString(
        Address,
        new[] { KeyValuePair.Create<string, string?>("page", page), KeyValuePair.Create<string, string?>("fait", done) }.Where(part => part.Value is { Length: > 0 }));
}
