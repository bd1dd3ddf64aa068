using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Labels;
using Reseau.Partners.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>A place: how to come, how to reach it, what is offered there. Public.</summary>
public sealed partial class StructurePage
{
    private Structure _place = new();
    private ListServicesResponse _services = new();
    private CallProblem? _failed;
    private string _institution = "";

    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    public InstitutionNames Names { get; set; } = null!;

    [Inject]
    public TimeProvider Clock { get; set; } = null!;

    private string Address => AddressOf(_place.Name);

    private string PageToken => Http.Request.Query["page"].ToString();

    // The person comes from the form that wrote it.
    private bool IsPublished => Http.Request.Query["fait"] == EditPlacePage.Done;

    /// <summary>The page of a place.</summary>
    public static string AddressOf(string place) => "/annuaire/lieux/" + ResourceId.InAddress(place);

    protected override async Task LoadAsync()
    {
        var place = await Calls.Partners((partners, options) => partners.GetStructureAsync(new() { Name = "structures/" + Id }, options));
        if (!place.Succeeded)
        {
            Fail(place.Problem);
            return;
        }

        _place = place.Value;
        _institution = await Names.OfAsync(_place.Institution);
        var request = new ListServicesRequest { Structure = _place.Name, PageToken = PageToken };
        var services = await Calls.Partners((partners, options) => partners.ListServicesAsync(request, options));
        if (services.Succeeded) _services = services.Value;
        else _failed = services.Problem;
    }

    private Contact? Current(Service service) => ContactTurn.On(French.Today(Clock), service.Contacts).Current;
}
