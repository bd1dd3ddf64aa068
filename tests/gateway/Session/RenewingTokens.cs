using System.Net;
using System.Text.RegularExpressions;
using Reseau.Gateway.Tests.Hosts;

namespace Reseau.Gateway.Tests.Session;

public sealed partial class RenewingTokens(RenewingTokens.ShortTokens host) : IClassFixture<RenewingTokens.ShortTokens>
{
    [Fact]
    public async Task Tabs_that_find_an_old_token_at_once_stay_signed_in_with_one_new_token()
    {
        using var browser = await host.SignedInAsync("claire.accueil");
        await browser.OpenAsync("/orientations/envoyees");
        var before = host.Referrals.Service.LastAuthorization;

        // The tokens of this realm last less than the margin: each request would renew them, each with the same refresh token.
        var pages = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => browser.OpenAsync("/orientations/envoyees")));

        Assert.All(pages, page => Assert.Equal((HttpStatusCode.OK, "/orientations/envoyees"), (page.Status, page.Address.AbsolutePath)));
        Assert.NotEqual(before, host.Referrals.Service.LastAuthorization);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/orientations/envoyees")).Status);
    }

    /// <summary>A realm whose access tokens last thirty seconds.</summary>
    public sealed partial class ShortTokens : GatewayHost
    {
        protected override string AdjustRealm(string realm) => Lifespan().Replace(realm, "\"accessTokenLifespan\": 30");

        [GeneratedRegex("\"accessTokenLifespan\": \\d+", RegexOptions.None, 1000)]
        private static partial Regex Lifespan();
    }
}
