using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>The campaigns that the reader keeps, or may follow.</summary>
public sealed partial class CampaignsPage
{
    public const string Address = "/formations/campagnes";
    private const int PageSize = 50;

    private ListCampaignsResponse _list = new();
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>(StringComparer.Ordinal);

    [Inject]
    public InstitutionNames Names { get; set; } = null!;

    private string PageToken => Http.Request.Query["page"].ToString();

    protected override async Task LoadAsync()
    {
        var request = new ListCampaignsRequest { PageSize = PageSize, PageToken = PageToken };
        var answer = await Calls.Campaigns((campaigns, options) => campaigns.ListCampaignsAsync(request, options));
        if (!answer.Succeeded)
        {
            Fail(answer.Problem);
            return;
        }

        _list = answer.Value;
        _names = await Names.OfAllAsync(_list.Campaigns.Where(campaign => !campaign.Network).Select(campaign => campaign.Institution));
    }
}
