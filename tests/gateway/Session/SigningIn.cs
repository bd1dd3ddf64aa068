using System.Net;
using Reseau.Gateway.Session;
using Reseau.Gateway.Tests.Hosts;

namespace Reseau.Gateway.Tests.Session;

public sealed class SigningIn(GatewayHost host) : IClassFixture<GatewayHost>
{
    [Fact]
    public async Task A_page_about_referrals_asks_to_sign_in_and_comes_back()
    {
        using var browser = host.NewBrowser();
        var signIn = await browser.OpenAsync("/orientations/recues?liste=en-cours");
        Assert.StartsWith("/realms/reseau/", signIn.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("code_challenge_method=S256", signIn.Address.Query, StringComparison.Ordinal);

        var page = await browser.SendAsync(signIn, "password", ("username", "karim.caf"), ("password", Identity.DemoPlaceholders.Password));

        Assert.Equal("/orientations/recues?liste=en-cours", page.Address.PathAndQuery);
        Assert.Contains("Karim Benali", page.Text, StringComparison.Ordinal);
        Assert.Contains("CAF d’Ille-et-Vilaine", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_browser_holds_no_token_only_a_protected_cookie()
    {
        using var browser = await host.SignedInAsync("claire.accueil");

        var cookie = browser.Cookies.Single(cookie => cookie.Name == "reseau");
        Assert.True(cookie.HttpOnly);
        Assert.DoesNotContain("eyJ", cookie.Value, StringComparison.Ordinal);
        Assert.True(cookie.Value.Length < 1000);
    }

    [Fact]
    public async Task Services_are_called_with_the_token_of_the_person()
    {
        using var browser = await host.SignedInAsync("claire.accueil");

        await browser.OpenAsync("/orientations/envoyees");

        Assert.StartsWith("Bearer eyJ", host.Referrals.Service.LastAuthorization, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_here_and_at_the_identity_provider()
    {
        using var browser = await host.SignedInAsync("claire.accueil");
        var home = await browser.OpenAsync("/");

        var after = await browser.SendAsync(home, SignInRoutes.SignOut);
        Assert.Contains("Vous êtes déconnecté", after.Text, StringComparison.Ordinal);

        var again = await browser.OpenAsync("/orientations/recues");
        Assert.StartsWith("/realms/reseau/", again.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("type=\"password\"", again.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_without_the_form_is_refused()
    {
        using var browser = await host.SignedInAsync("claire.accueil");
        var home = await browser.OpenAsync("/");

        var refused = await browser.SendAsync(home, SignInRoutes.SignOut, ("__RequestVerificationToken", "forged"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Demande refusée", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Claire Morvan", (await browser.OpenAsync("/")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://ailleurs.example/")]
    [InlineData("//ailleurs.example/")]
    [InlineData("/\\ailleurs.example/")]
    public async Task Signing_in_never_leads_to_another_site(string back)
    {
        using var browser = await host.SignedInAsync("claire.accueil");

        var page = await browser.OpenAsync($"/connexion?retour={Uri.EscapeDataString(back)}");

        Assert.Equal(host.PublicUrl + "/", page.Address.AbsoluteUri);
    }

    [Fact]
    public async Task Somebody_who_typed_the_number_of_this_machine_signs_in_under_its_name()
    {
        using var browser = new Browser(host.PublicUrl.Replace("localhost", "127.0.0.1", StringComparison.Ordinal));

        var page = await browser.SignInAsync("claire.accueil");

        Assert.Equal(host.PublicUrl + "/", page.Address.AbsoluteUri);
        Assert.Contains("Claire Morvan", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_coordinates_the_network_is_offered_no_referral()
    {
        using var browser = await host.SignedInAsync("sofia.mission");
        var home = await browser.OpenAsync("/");

        Assert.DoesNotContain("/orientations", home.Html, StringComparison.Ordinal);
        var refused = await browser.OpenAsync("/orientations/recues");
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("Accès refusé", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupted_sign_in_explains_itself()
    {
        using var browser = host.NewBrowser();

        var page = await browser.OpenAsync("/signin-oidc?code=x&state=y");

        Assert.Equal("/connexion/echec", page.Address.AbsolutePath);
        Assert.Contains("Recommencer la connexion", page.Text, StringComparison.Ordinal);
    }
}
