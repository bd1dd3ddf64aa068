using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Slips;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>The slip for the person, to read together and to print.</summary>
public sealed partial class SlipPage
{
    private Slip? _slip;

    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    public SlipFinder Slips { get; set; } = null!;

    private string Name => "referrals/" + Id;

    private string Address => "/orientations/" + ResourceId.InAddress(Name);

    protected override async Task LoadAsync()
    {
        (_slip, var problem) = await Slips.FindAsync(Name);
        if (problem is not null) Fail(problem);
    }
}
