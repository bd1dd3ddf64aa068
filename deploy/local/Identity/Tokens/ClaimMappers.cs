using System.Text.Json.Nodes;
using Reseau.Identity.Realm;

namespace Reseau.Identity.Tokens;

/// <summary>
/// Evaluates protocol mappers as Keycloak does: those of the scopes every client has without asking (profile, email, roles),
/// then those the client defines in the realm file.
/// </summary>
internal static class ClaimMappers
{
    private const string Attribute = "oidc-usermodel-attribute-mapper";
    private const string Audience = "oidc-audience-mapper";
    private const string EmailVerified = "oidc-usermodel-property-mapper";
    private const string FullName = "oidc-full-name-mapper";
    private const string Hardcoded = "oidc-hardcoded-claim-mapper";
    private const string RealmRoles = "oidc-usermodel-realm-role-mapper";

    private static readonly MapperDocument[] BuiltIn =
    [
        BuiltInMapper(Attribute, "preferred_username", attribute: "username"),
        BuiltInMapper(FullName, "name"),
        BuiltInMapper(Attribute, "given_name", attribute: "firstName"),
        BuiltInMapper(Attribute, "family_name", attribute: "lastName"),
        BuiltInMapper(Attribute, "email", attribute: "email"),
        BuiltInMapper(EmailVerified, "email_verified", attribute: "emailVerified"),
        new("realm roles", RealmRoles, new()
        {
            ["claim.name"] = "realm_access.roles", ["multivalued"] = "true", ["access.token.claim"] = "true",
        }),
    ];

    /// <summary>Whether a mapper of this type, in a realm file, is evaluated.</summary>
    public static bool Knows(string mapperType) => mapperType is Attribute or Audience or Hardcoded or RealmRoles;

    /// <summary>Adds to <paramref name="claims"/> what the mappers of <paramref name="client"/> say of <paramref name="account"/>.</summary>
    public static void Apply(JsonObject claims, TokenUse use, ClientDocument client, Account account)
    {
        foreach (var mapper in BuiltIn.Concat(client.ProtocolMappers).Where(mapper => Addresses(mapper, use)))
        {
            if (mapper.ProtocolMapper == Audience) AddAudience(claims, mapper.Config);
            else if (ValueOf(mapper, account) is { } value) ClaimPath.Set(claims, mapper.Config["claim.name"], value);
        }
    }

    private static bool Addresses(MapperDocument mapper, TokenUse use) => mapper.Config.GetValueOrDefault(use switch
    {
        TokenUse.Access => "access.token.claim",
        TokenUse.Id => "id.token.claim",
        _ => "userinfo.token.claim",
    }) == "true";

    private static JsonNode? ValueOf(MapperDocument mapper, Account account) => mapper.ProtocolMapper switch
    {
        Hardcoded => Typed(mapper.Config["claim.value"], mapper.Config),
        Attribute => OneOrMany(account.Attribute(mapper.Config["user.attribute"], mapper.Config.GetValueOrDefault("aggregate.attrs") == "true"), mapper.Config),
        RealmRoles => OneOrMany([.. account.Roles.Select(role => mapper.Config.GetValueOrDefault("usermodel.realmRoleMapping.rolePrefix") + role)], mapper.Config),
        FullName => account.FullName,
        _ => account.EmailVerified,
    };

    private static JsonNode? OneOrMany(IReadOnlyList<string> values, Dictionary<string, string> config)
    {
        if (values.Count == 0) return null;
        return config.GetValueOrDefault("multivalued") == "true"
            ? new JsonArray([.. values.Select(value => Typed(value, config))])
            : Typed(values[0], config);
    }

    // long, int, boolean and JSON are all written in the file as the JSON they become.
    private static JsonNode? Typed(string value, Dictionary<string, string> config) =>
        config.GetValueOrDefault("jsonType.label") is null or "" or "String" ? value : JsonNode.Parse(value);

    private static void AddAudience(JsonObject claims, Dictionary<string, string> config)
    {
        var audience = config.GetValueOrDefault("included.client.audience") is { Length: > 0 } client ? client : config["included.custom.audience"];
        claims["aud"] = claims["aud"] switch
        {
            null => audience,
            JsonArray many => new JsonArray([.. many.Select(one => one!.DeepClone()), audience]),
            var one => new JsonArray(one.DeepClone(), audience),
        };
    }

    private static MapperDocument BuiltInMapper(string type, string claim, string attribute = "") => new(claim, type, new()
    {
        ["claim.name"] = claim, ["user.attribute"] = attribute,
        ["access.token.claim"] = "true", ["id.token.claim"] = "true", ["userinfo.token.claim"] = "true",
    });
}
