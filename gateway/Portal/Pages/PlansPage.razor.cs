using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>The training plans that the reader may see: the network's, and their institution's.</summary>
public sealed partial class PlansPage
{
    public const string Address = "/formations/plans";
    private const int PageSize = 50;

    private ListPlansResponse _list = new();
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>(StringComparer.Ordinal);

    [Inject]
    public InstitutionNames Names { get; set; } = null!;

    private string PageToken => Http.Request.Query["page"].ToString();

    protected override async Task LoadAsync()
    {
        var request = new ListPlansRequest { PageSize = PageSize, PageToken = PageToken };
        var answer = await Calls.Plans((plans, options) => plans.ListPlansAsync(request, options));
        if (!answer.Succeeded)
        {
            Fail(answer.Problem);
            return;
        }

        _list = answer.Value;
        _names = await Names.OfAllAsync(_list.Plans.Where(plan => !plan.Network).Select(plan => plan.Institution));
    }
}
