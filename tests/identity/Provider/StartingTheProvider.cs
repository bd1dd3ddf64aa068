using System.Net;

namespace Reseau.Identity.Tests.Provider;

public sealed class StartingTheProvider
{
    private static readonly string RealmFile = Path.Combine(AppContext.BaseDirectory, "reseau-realm.json");

    private static void Build(
        string publicUrl = "http://localhost:8080", IPAddress? address = null, string? environment = "Testing", string? realm = null,
        IReadOnlyDictionary<string, string>? placeholders = null) => IdentityHost.Build(new()
        {
            PublicUrl = publicUrl, Address = address ?? IPAddress.Loopback, EnvironmentName = environment, RealmFile = realm ?? RealmFile,
            DataDirectory = Directory.CreateTempSubdirectory("reseau-identity-").FullName,
            Placeholders = placeholders ?? DemoPlaceholders.For(publicUrl),
        });

    [Fact]
    public void It_refuses_to_listen_beyond_this_machine()
    {
        Assert.Throws<InvalidOperationException>(() => Build(address: IPAddress.Any));
        Assert.Throws<InvalidOperationException>(() => Build(address: IPAddress.Parse("10.0.0.4")));
    }

    [Theory]
    [InlineData("https://reseau.example.org")]
    [InlineData("http://10.0.0.4:8080")]
    [InlineData("ftp://localhost")]
    [InlineData("localhost")]
    public void It_refuses_a_public_address(string url) => Assert.Throws<InvalidOperationException>(() => Build(publicUrl: url));

    [Fact]
    public void It_refuses_production() => Assert.Throws<InvalidOperationException>(() => Build(environment: "Production"));

    [Fact]
    public void It_names_every_placeholder_without_value()
    {
        var refused = Assert.Throws<InvalidDataException>(() => Build(placeholders: new Dictionary<string, string>(StringComparer.Ordinal)));
        Assert.Contains("RESEAU_PUBLIC_URL", refused.Message, StringComparison.Ordinal);
        Assert.Contains("RESEAU_SI_CAF_35_SECRET", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"enabled\": true,", "\"enabled\": true, \"organizationsEnabled\": true,")]
    [InlineData("oidc-hardcoded-claim-mapper", "oidc-script-mapper")]
    [InlineData("\"realmRoles\": [\"administrateur\"]", "\"realmRoles\": [\"roi\"]")]
    [InlineData("\"groups\": [\"/caf-35\"]", "\"groups\": [\"/caf-36\"]")]
    [InlineData("\"publicClient\": false", "\"publicClient\": true")]
    [InlineData("\"pkce.code.challenge.method\": \"S256\", ", "")]
    [InlineData("\"revokeRefreshToken\": true", "\"revokeRefreshToken\": false")]
    public void It_refuses_a_realm_it_would_not_serve_as_Keycloak_does(string text, string changed)
    {
        var original = File.ReadAllText(RealmFile);
        Assert.Contains(text, original, StringComparison.Ordinal);
        var altered = Path.GetTempFileName();
        File.WriteAllText(altered, original.Replace(text, changed, StringComparison.Ordinal));

        var refused = Record.Exception(() => Build(realm: altered));
        Assert.True(refused is InvalidDataException or System.Text.Json.JsonException, refused?.ToString());
    }

    [Fact]
    public async Task The_password_grant_is_there_for_a_client_that_has_it()
    {
        var altered = Path.GetTempFileName();
        await File.WriteAllTextAsync(altered, (await File.ReadAllTextAsync(RealmFile)).Replace(
            "\"directAccessGrantsEnabled\": false", "\"directAccessGrantsEnabled\": true", StringComparison.Ordinal));
        var host = new ProviderHost { RealmFile = altered };
        await host.InitializeAsync();

        var reply = await host.TokenAsync("reseau-portail", ("grant_type", "password"), ("username", "lea.ml"), ("password", DemoPlaceholders.Password), ("scope", "openid"));
        Assert.Equal("mission-locale-rennes", (string?)reply.AccessClaims["institution"]);
        var wrong = await host.TokenAsync("reseau-portail", ("grant_type", "password"), ("username", "lea.ml"), ("password", "x"));
        Assert.Equal("invalid_grant", wrong.Error);
        await host.DisposeAsync();
    }
}
