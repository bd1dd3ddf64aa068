using Microsoft.AspNetCore.Components;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>The home page: the search box first, for everyone; then what the person's role opens.</summary>
public sealed partial class HomePage
{
    [Inject]
    public GatewaySettings Settings { get; set; } = null!;

    [Inject]
    public IConfiguration Configuration { get; set; } = null!;

    // Who looks after the network finds them among what concerns the network.
    private bool SignsHere => User.CanReadConventions && !User.CanLookAfterNetwork;

    private string? DemoPassword => Configuration["Gateway:DemoPassword"];
}
