using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Reseau.Identity.Tokens;

namespace Reseau.Identity.Endpoints;

/// <summary>What the realm offers, and the keys that verify its tokens. Only what is really served is listed.</summary>
internal sealed class DiscoveryEndpoint(RealmUrls urls, SigningKeys keys)
{
    public Task DiscoverAsync(HttpContext context) => Wire.JsonAsync(context, StatusCodes.Status200OK, new()
    {
        ["issuer"] = urls.Issuer,
        ["authorization_endpoint"] = urls.Endpoint("auth"),
        ["token_endpoint"] = urls.Endpoint("token"),
        ["userinfo_endpoint"] = urls.Endpoint("userinfo"),
        ["end_session_endpoint"] = urls.Endpoint("logout"),
        ["jwks_uri"] = urls.Endpoint("certs"),
        ["grant_types_supported"] = List("authorization_code", "client_credentials", "password", "refresh_token"),
        ["response_types_supported"] = List("code"),
        ["response_modes_supported"] = List("query"),
        ["subject_types_supported"] = List("public"),
        ["id_token_signing_alg_values_supported"] = List("RS256"),
        ["token_endpoint_auth_methods_supported"] = List("client_secret_basic", "client_secret_post"),
        ["code_challenge_methods_supported"] = List("S256"),
        ["scopes_supported"] = List("openid", "profile", "email"),
        ["claims_supported"] = List(
            "iss", "sub", "aud", "exp", "iat", "auth_time", "acr", "preferred_username", "name", "given_name", "family_name", "email"),
        ["prompt_values_supported"] = List("none", "login"),
        ["ui_locales_supported"] = List("fr"),
        ["authorization_response_iss_parameter_supported"] = true,
        ["request_parameter_supported"] = false,
        ["request_uri_parameter_supported"] = false,
        ["claims_parameter_supported"] = false,
    });

    public Task KeysAsync(HttpContext context) => Wire.JsonAsync(context, StatusCodes.Status200OK, keys.PublicKeySet());

    private static JsonArray List(params string[] values) => new([.. values.Select(value => (JsonNode)value)]);
}
