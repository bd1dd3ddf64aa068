using Microsoft.Extensions.Configuration;

namespace Reseau.Gateway.Tests.Settings;

public sealed class StartingWithBadSettings
{
    [Fact]
    public void The_gateway_does_not_start_and_names_every_mistake()
    {
        var refused = Assert.Throws<GatewaySettingsException>(() => GatewayApp.Build([], builder => builder.Configuration.AddInMemoryCollection(
        [
            KeyValuePair.Create<string, string?>("Gateway:WebPort", "eighty"),
            KeyValuePair.Create<string, string?>("Gateway:PublicUrl", "https://reseau.example/portail"),
            KeyValuePair.Create<string, string?>("Gateway:TrustedProxies", "10.0.0.0/8, everyone"),
            KeyValuePair.Create<string, string?>("Services:partners", "partners:5001"),
        ])));

        string[] keys = ["Gateway:WebPort", "Gateway:GrpcPort", "Gateway:PublicUrl", "Gateway:KeysDirectory", "Gateway:TrustedProxies",
            "Services:partners", "Services:referrals", "Services:conventions", "Services:training", "Keycloak:AuthServerUrl", "Keycloak:Realm", "Keycloak:Resource", "Keycloak:Credentials:Secret"];
        Assert.All(keys, key => Assert.Contains(refused.Mistakes, mistake => mistake.StartsWith(key, StringComparison.Ordinal)));
        Assert.Equal(keys.Length, refused.Mistakes.Count);
    }
}
