using System.Net;
using Reseau.Gateway.Tests.Hosts;

namespace Reseau.Gateway.Tests.Session;

public sealed class LosingTheSessionStore : IAsyncLifetime
{
    private readonly GatewayHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Public_pages_stay_open_and_the_others_say_why_they_cannot()
    {
        using var browser = await _host.SignedInAsync("claire.accueil");
        await _host.Sidecar.StopAsync();

        var open = await browser.OpenAsync("/annuaire");
        Assert.Equal(HttpStatusCode.OK, open.Status);
        Assert.Contains("Votre session ne peut pas être lue", open.Text, StringComparison.Ordinal);

        var closed = await browser.OpenAsync("/orientations/recues");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, closed.Status);
        Assert.Contains("Service momentanément indisponible", closed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_can_sign_in_and_the_page_says_so()
    {
        using var browser = _host.NewBrowser();
        var signIn = await browser.OpenAsync("/connexion");
        await _host.Sidecar.StopAsync();

        var page = await browser.SendAsync(signIn, "password", ("username", "claire.accueil"), ("password", Identity.DemoPlaceholders.Password));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Contains("Service momentanément indisponible", page.Text, StringComparison.Ordinal);
    }
}
