using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;

namespace Reseau.Gateway.Portal;

/// <summary>The frame of every page: skip link, menu according to the role, who is signed in, footer.</summary>
public sealed partial class PortalLayout
{
    private string _institution = "";

    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    [Inject]
    public InstitutionNames Names { get; set; } = null!;

    private PortalUser User => PortalUser.Of(Http);

    // After signing in on an error page there is nothing to come back to.
    private string Back =>
        Http.Request.Path.StartsWithSegments(ErrorPages.Page, StringComparison.Ordinal) ? "/" : Http.Request.Path + Http.Request.QueryString;

    protected override async Task OnInitializedAsync()
    {
        if (User.Institution is { } institution) _institution = await Names.OfAsync(institution);
    }

    private string? Current(string path) => Http.Request.Path.StartsWithSegments(path, StringComparison.Ordinal) ? "page" : null;
}
