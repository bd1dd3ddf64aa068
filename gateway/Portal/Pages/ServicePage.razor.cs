using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Labels;
using Reseau.Partners.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>Everything the directory knows of one service. Public.</summary>
public sealed partial class ServicePage
{
    private Service _service = new();
    private Structure _place = new();
    private string _institution = "";

    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    public InstitutionNames Names { get; set; } = null!;

    private string Street => _place.Address is { } address ? address.StreetAddress : "";

    private string Town => _place.Address is { } address ? Join(" ", address.PostalCode, address.Commune) : "";

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

    private static IEnumerable<string> Words(string vocabulary, IEnumerable<string> codes) =>
        codes.Where(code => code.Length > 0).Select(code => Label.OfService(vocabulary, code));

    private static string First(string preferred, string otherwise) => preferred.Length > 0 ? preferred : otherwise;

    private static string Join(string separator, params string[] parts) => string.Join(separator, parts.Where(part => part.Length > 0));

    // The directory promises http or https; a link of another kind could run something.
    private static bool IsLink(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
