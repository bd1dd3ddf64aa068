using Reseau.Conventions.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>The governance bodies that the institution sits in; all of them for who looks after the network.</summary>
public sealed partial class BodiesPage
{
    public const string Address = "/instances";
    private const int PageSize = 50;

    private ListBodiesResponse _list = new();

    private string PageToken => Http.Request.Query["page"].ToString();

    protected override async Task LoadAsync()
    {
        var request = new ListBodiesRequest { PageSize = PageSize, PageToken = PageToken };
        var answer = await Calls.Bodies((bodies, options) => bodies.ListBodiesAsync(request, options));
        if (answer.Succeeded) _list = answer.Value;
        else Fail(answer.Problem);
    }
}
