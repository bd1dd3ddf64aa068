using System.Text.Json.Nodes;
using Reseau.Identity.Realm;

namespace Reseau.Identity.Tests.Realm;

/// <summary>The file as Keycloak will read it, without the provider's own reading.</summary>
public sealed class TheRealmFile
{
    private static readonly string Text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "reseau-realm.json"));
    private static readonly JsonObject Root = JsonNode.Parse(Text)!.AsObject();
    private static readonly JsonObject[] Clients = ObjectsOf(Root["clients"]);
    private static readonly JsonObject[] Users = ObjectsOf(Root["users"]);
    private static readonly JsonObject[] People = [.. Users.Where(user => user["serviceAccountClientId"] is null)];
    private static readonly string[] Roles = [.. ObjectsOf(Root["roles"]!["realm"]).Select(role => (string)role["name"]!)];
    private static readonly string[] Institutions = [.. ObjectsOf(Root["groups"]).Select(group => (string)group["name"]!)];

    [Fact]
    public void Leaves_the_scopes_of_Keycloak_as_they_are()
    {
        // A list of scopes, in the realm or in a client, would replace those that give sub, roles and names.
        Assert.Null(Root["clientScopes"]);
        Assert.All(Clients, client => Assert.Null(client["defaultClientScopes"]));
    }

    [Fact]
    public void Names_only_roles_and_groups_that_exist()
    {
        Assert.All(Users, user => Assert.Subset(Roles.ToHashSet(StringComparer.Ordinal), Strings(user["realmRoles"]).ToHashSet(StringComparer.Ordinal)));
        Assert.All(People, person => Assert.Contains(Assert.Single(Strings(person["groups"])).TrimStart('/'), Institutions));
    }

    [Fact]
    public void Has_someone_for_every_role_and_every_institution()
    {
        Assert.Equal(Roles.Order(StringComparer.Ordinal), Users.SelectMany(user => Strings(user["realmRoles"])).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(Institutions.Order(StringComparer.Ordinal), People.SelectMany(user => Strings(user["groups"])).Select(path => path[1..]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Gives_every_group_the_institution_of_its_name()
    {
        Assert.All(ObjectsOf(Root["groups"]), group =>
        {
            Assert.Equal((string?)group["name"], Assert.Single(Strings(group["attributes"]!["institution"])));
            Assert.Equal("/" + group["name"], (string?)group["path"]);
        });
    }

    [Fact]
    public void Gives_every_client_the_audience_and_an_institution()
    {
        Assert.All(Clients, client =>
        {
            var audience = Assert.Single(Mappers(client), mapper => (string?)mapper["protocolMapper"] == "oidc-audience-mapper")["config"]!;
            Assert.Equal(("reseau", "true"), ((string?)audience["included.custom.audience"], (string?)audience["access.token.claim"]));

            var institution = Assert.Single(Mappers(client), mapper => (string?)mapper["config"]!["claim.name"] == "institution");
            Assert.Equal("true", (string?)institution["config"]!["access.token.claim"]);
        });
    }

    [Fact]
    public void Ties_each_information_system_to_one_institution_and_one_role()
    {
        var systems = Clients.Where(client => ((string)client["clientId"]!).StartsWith("si-", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(systems);
        Assert.All(systems, client =>
        {
            var id = (string)client["clientId"]!;
            var mapper = Assert.Single(Mappers(client), mapper => (string?)mapper["protocolMapper"] == "oidc-hardcoded-claim-mapper");
            Assert.Equal(id[3..], (string?)mapper["config"]!["claim.value"]);
            Assert.Contains(id[3..], Institutions);
            Assert.True((bool)client["serviceAccountsEnabled"]! && !(bool)client["standardFlowEnabled"]! && !(bool)client["directAccessGrantsEnabled"]!);
            Assert.Equal(["integration"], Strings(Assert.Single(Users, user => (string?)user["serviceAccountClientId"] == id)["realmRoles"]));
        });
    }

    [Fact]
    public void Holds_no_secret_and_no_password()
    {
        Assert.All(Clients, client => Assert.Matches(@"^\$\{RESEAU_[A-Z0-9_]+_SECRET\}$", (string?)client["secret"]));
        Assert.All(People, person => Assert.Equal("${RESEAU_DEMO_PASSWORD}", (string?)person["credentials"]![0]!["value"]));
    }

    [Fact]
    public void Has_exactly_the_placeholders_that_the_demonstration_fills()
    {
        Assert.Equal(
            RealmFile.PlaceholdersOf(Text).Order(StringComparer.Ordinal),
            DemoPlaceholders.For("http://localhost:8080").Keys.Order(StringComparer.Ordinal));
    }

    private static JsonObject[] ObjectsOf(JsonNode? array) => [.. array!.AsArray().Select(item => item!.AsObject())];

    private static JsonObject[] Mappers(JsonObject client) => ObjectsOf(client["protocolMappers"]);

    private static string[] Strings(JsonNode? array) => array is null ? [] : [.. array.AsArray().Select(item => (string)item!)];
}
