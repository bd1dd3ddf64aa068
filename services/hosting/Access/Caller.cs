using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using Grpc.Core;
using Reseau.Access.V1;
using Reseau.Kernel;

namespace Reseau.Hosting.Access;

/// <summary>Who calls, as the token says.</summary>
/// <param name="Subject">Claim <c>sub</c>; empty for an anonymous caller.</param>
/// <param name="Institution">Claim <c>institution</c>, e.g. <c>ccas-rennes</c>; empty when the token has none.</param>
/// <param name="Roles">Realm roles that Réseau knows.</param>
public sealed record Caller(string Subject, string Institution, IReadOnlySet<Role> Roles)
{
    private const string Key = "reseau.caller";

    /// <summary>When the person last proved who they are (claim <c>auth_time</c>); null for a system, which signs nothing.</summary>
    public DateTimeOffset? AuthenticatedAt { get; private init; }

    /// <summary>Name of the person (claim <c>name</c>); empty when the token has none.</summary>
    public string Name { get; private init; } = "";

    /// <summary>First name of the person (claim <c>given_name</c>); empty when the token has none.</summary>
    public string GivenName { get; private init; } = "";

    /// <summary>Last name of the person (claim <c>family_name</c>); empty when the token has none.</summary>
    public string FamilyName { get; private init; } = "";

    /// <summary>E-mail of the person (claim <c>email</c>), in lower case; empty when the token has none, or none that the identity provider has verified.</summary>
    public string Email { get; private init; } = "";

    /// <summary>Nobody in particular.</summary>
    public static Caller Anonymous { get; } = new("", "", new HashSet<Role>());

    /// <summary>The caller of a gRPC method; the access interceptor has put it there.</summary>
    public static Caller Of(ServerCallContext context) =>
        context.UserState.TryGetValue(Key, out var caller) ? (Caller)caller : Anonymous;

    /// <summary>Whether the caller administers the platform, and so reaches every institution.</summary>
    public bool IsAdministrator => Roles.Contains(Role.Administrateur);

    /// <summary>Whether the caller looks after the whole network: animates it, or administers the platform.</summary>
    public bool LooksAfterNetwork => IsAdministrator || Roles.Contains(Role.ChargeDeMission);

    /// <summary>Ends the call unless the caller speaks for one of these institutions.</summary>
    /// <remarks>The text is the same whether or not the resource exists: nobody learns it by asking.</remarks>
    /// <exception cref="RefusedException">The caller speaks for none of them.</exception>
    public void Demand(params IEnumerable<string> institutions)
    {
        if (Institution.Length == 0 || !institutions.Contains(Institution, StringComparer.Ordinal)) throw NotAllowed();
    }

    /// <summary>The one refusal for "not yours" and "not there".</summary>
    public static RefusedException NotAllowed() =>
        new(new(CommonReasons.NotAllowed, "Not allowed, or not existing."));

    internal static Caller From(ClaimsPrincipal user) => user.Identity?.IsAuthenticated != true
        ? Anonymous
        : new(user.FindFirstValue("sub") ?? user.FindFirstValue(ClaimTypes.NameIdentifier) ?? "",
              user.FindFirstValue("institution") ?? "",
              RealmRoles(user.FindFirstValue("realm_access")))
        {
            Name = user.FindFirstValue("name") ?? "",
            GivenName = user.FindFirstValue("given_name") ?? "",
            FamilyName = user.FindFirstValue("family_name") ?? "",
            // Whoever could write any address there would be taken for its owner.
            Email = string.Equals(user.FindFirstValue("email_verified"), "true", StringComparison.OrdinalIgnoreCase) ? user.FindFirstValue("email")?.ToLowerInvariant() ?? "" : "",
            AuthenticatedAt = Instant(user.FindFirstValue("auth_time")),
        };

    internal void Attach(ServerCallContext context) => context.UserState[Key] = this;

    // Seconds since 1970; what is no such number says nothing.
    private static DateTimeOffset? Instant(string? seconds) =>
        long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(count)
            : null;

    // Keycloak: { "realm_access": { "roles": ["agent-accueil", …] } }
    private static HashSet<Role> RealmRoles(string? json)
    {
        var roles = new HashSet<Role>();
        if (json is null) return roles;
        using var document = JsonDocument.Parse(json);
        if (!document.RootElement.TryGetProperty("roles", out var names)) return roles;
        foreach (var name in names.EnumerateArray())
        {
            if (RoleNames.TryParse(name.GetString() ?? "", out var role)) roles.Add(role);
        }
        return roles;
    }
}
