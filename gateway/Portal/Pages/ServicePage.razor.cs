using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Partners.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>Everything the directory knows of one service. Public; its contacts for the network, its quality for its institution.</summary>
public sealed partial class ServicePage
{
    private Service _service = new();
    private Structure _place = new();
    private string _institution = "";

    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    public InstitutionNames Names { get; set; } = null!;

    private bool IsOurs => User.Institution is { } ours && _service.Institution == ours;

    protected override async Task LoadAsync()
    {
        var service = await Calls.Partners((partners, options) => partners.GetServiceAsync(new() { Name = "services/" + Id }, options));
        if (!service.Succeeded)
        {
            Fail(service.Problem);
            return;
        }

        _service = service.Value;
        _institution = await Names.OfAsync(_service.Institution);
        var place = await Calls.Partners((partners, options) => partners.GetStructureAsync(new() { Name = _service.Structure }, options));
        if (place.Succeeded) _place = place.Value;
    }
}
