using System.Net;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Reseau.Identity.Tests;

/// <summary>What the token endpoint answered.</summary>
public sealed record TokenReply(HttpStatusCode Status, JsonObject Body)
{
    public string AccessToken => Text("access_token");

    public string RefreshToken => Text("refresh_token");

    public string IdToken => Text("id_token");

    public string Error => Text("error");

    public JsonObject AccessClaims => ClaimsOf(AccessToken);

    public JsonObject IdClaims => ClaimsOf(IdToken);

    public string Text(string name) => (string?)Body[name] ?? throw new InvalidOperationException($"No {name} in {Body}");

    public static JsonObject ClaimsOf(string token) =>
        JsonNode.Parse(Base64UrlEncoder.Decode(new JsonWebToken(token).EncodedPayload))!.AsObject();
}
