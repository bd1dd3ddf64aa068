using System.Web;
using Reseau.Gateway.Session;
using Reseau.Gateway.Tests.Hosts;

namespace Reseau.Gateway.Tests.Session;

/// <summary>Signing a convention asks for the password again.</summary>
public sealed class ConfirmingWhoOneIs(GatewayHost host) : IClassFixture<GatewayHost>
{
    private static readonly (string, string) Password = ("password", Identity.DemoPlaceholders.Password);

    [Fact]
    public async Task Somebody_signed_in_types_the_password_and_comes_back_in_the_same_session()
    {
        using var browser = await host.SignedInAsync("claire.accueil");

        var asked = await browser.OpenAsync(SignInRoutes.ConfirmLink("/orientations/envoyees?liste=closes"));
        var query = HttpUtility.ParseQueryString(asked.Address.Query);
        Assert.Equal(("login", "0"), (query["prompt"], query["max_age"]));
        Assert.Contains("type=\"password\"", asked.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"username\"", asked.Html, StringComparison.Ordinal);

        var back = await browser.SendAsync(asked, "password", Password);
        Assert.Equal("/orientations/envoyees?liste=closes", back.Address.PathAndQuery);
        Assert.Contains("Claire Morvan", back.Text, StringComparison.Ordinal);
        // The session goes on as any other: signed out, it is over.
        await browser.SendAsync(back, SignInRoutes.SignOut);
        Assert.Contains("type=\"password\"", (await browser.OpenAsync("/orientations/recues")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_confirmed_this_way_can_still_renew_its_tokens()
    {
        using var browser = await host.SignedInAsync("karim.caf");
        await browser.SendAsync(await browser.OpenAsync(SignInRoutes.ConfirmLink("/")), "password", Password);

        // A second time: the ticket of the first is read back from the store and replaced.
        var back = await browser.SendAsync(await browser.OpenAsync(SignInRoutes.ConfirmLink("/")), "password", Password);

        Assert.Contains("Karim Benali", back.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://ailleurs.example/")]
    [InlineData("//ailleurs.example/")]
    public async Task Confirming_never_leads_to_another_site(string back)
    {
        using var browser = await host.SignedInAsync("claire.accueil");

        var page = await browser.SendAsync(await browser.OpenAsync(SignInRoutes.ConfirmLink(back)), "password", Password);

        Assert.Equal(host.PublicUrl + "/", page.Address.AbsoluteUri);
    }

    [Fact]
    public async Task A_wrong_password_confirms_nothing_and_leaves_the_session_as_it_was()
    {
        using var browser = await host.SignedInAsync("claire.accueil");

        var refused = await browser.SendAsync(await browser.OpenAsync(SignInRoutes.ConfirmLink("/")), "password", ("password", "un autre"));

        Assert.Contains("type=\"password\"", refused.Html, StringComparison.Ordinal);
        Assert.Contains("Claire Morvan", (await browser.OpenAsync("/")).Text, StringComparison.Ordinal);
    }
}
