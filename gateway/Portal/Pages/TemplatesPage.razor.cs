using Reseau.Conventions.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>The models of conventions, for who writes them.</summary>
public sealed partial class TemplatesPage
{
    public const string Address = ConventionsPage.Address + "/modeles";
    private const int PageSize = 50;

    private ListTemplatesResponse _list = new();

    private string PageToken => Http.Request.Query["page"].ToString();

    protected override async Task LoadAsync()
    {
        var request = new ListTemplatesRequest { PageSize = PageSize, PageToken = PageToken };
        var answer = await Calls.Templates((templates, options) => templates.ListTemplatesAsync(request, options));
        if (answer.Succeeded) _list = answer.Value;
        else Fail(answer.Problem);
    }
}
