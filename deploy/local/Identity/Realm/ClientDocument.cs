using System.Text.Json.Serialization;

namespace Reseau.Identity.Realm;

/// <summary>A client of the realm file.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ClientDocument
{
    public required string ClientId { get; init; }
    public string Name { get; init; } = "";
    public bool Enabled { get; init; } = true;
    public string Protocol { get; init; } = "openid-connect";
    public bool PublicClient { get; init; }
    public string ClientAuthenticatorType { get; init; } = "client-secret";
    public string Secret { get; init; } = "";
    public string? BaseUrl { get; init; }
    public string[] RedirectUris { get; init; } = [];
    public bool StandardFlowEnabled { get; init; }
    public bool ImplicitFlowEnabled { get; init; }
    public bool DirectAccessGrantsEnabled { get; init; }
    public bool ServiceAccountsEnabled { get; init; }
    public bool FullScopeAllowed { get; init; } = true;
    public Dictionary<string, string> Attributes { get; init; } = [];
    public MapperDocument[] ProtocolMappers { get; init; } = [];

    /// <summary>Whether an authorization request must carry an S256 code challenge.</summary>
    [JsonIgnore]
    public bool RequiresPkce => Attributes.GetValueOrDefault("pkce.code.challenge.method") == "S256";

    /// <summary>Whether <paramref name="uri"/> is one the client may be sent back to after signing in.</summary>
    public bool AllowsRedirect(string uri) => RedirectUris.Any(allowed => Matches(allowed, uri));

    /// <summary>Whether <paramref name="uri"/> is one the client may be sent back to after signing out.</summary>
    public bool AllowsPostLogoutRedirect(string uri) => Attributes.GetValueOrDefault("post.logout.redirect.uris") switch
    {
        null or "" => false,
        "+" => AllowsRedirect(uri),
        var list => list.Split("##").Any(allowed => Matches(allowed, uri)),
    };

    // As Keycloak: equal, or equal up to a final star. A star never covers a user part, a fragment or a way back up, and
    // nothing goes into a Location header that is not plain ASCII.
    private static bool Matches(string allowed, string uri)
    {
        if (uri.AsSpan().ContainsAnyExceptInRange('!', '~')) return false;
        if (!Uri.TryCreate(uri, UriKind.Absolute, out var parsed) || parsed.Fragment is not "" || parsed.UserInfo is not "") return false;
        if (!allowed.EndsWith('*')) return string.Equals(allowed, uri, StringComparison.Ordinal);
        return uri.StartsWith(allowed[..^1], StringComparison.Ordinal)
            && !uri.Contains("..", StringComparison.Ordinal) && !uri.Contains('\\', StringComparison.Ordinal)
            && !uri.Contains("%2e", StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>A protocol mapper: one claim, or one audience, put into tokens.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record MapperDocument(string Name, string ProtocolMapper, Dictionary<string, string> Config, string Protocol = "openid-connect");
