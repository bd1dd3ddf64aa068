using Reseau.Partners.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>The institutions of the network, those that left included: each leads to the page where it is archived or brought back.</summary>
public sealed partial class InstitutionsPage
{
    public const string Address = "/reseau/institutions";
    private const int PageSize = 50;

    private ListInstitutionsResponse _list = new();

    private string PageToken => Http.Request.Query["page"].ToString();

    protected override async Task LoadAsync()
    {
        var request = new ListInstitutionsRequest { PageSize = PageSize, PageToken = PageToken };
        var answer = await Calls.Partners((partners, options) => partners.ListInstitutionsAsync(request, options));
        if (answer.Succeeded) _list = answer.Value;
        else Fail(answer.Problem);
    }
}
