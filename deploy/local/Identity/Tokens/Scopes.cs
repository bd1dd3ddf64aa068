namespace Reseau.Identity.Tokens;

/// <summary>The scopes of a Keycloak realm that defines none of its own: every client has them without asking.</summary>
internal static class Scopes
{
    private static readonly string[] Silent = ["acr", "basic", "roles", "service_account", "web-origins"];

    /// <summary>The scopes given for those asked; null when one is unknown.</summary>
    public static string? Give(string? asked)
    {
        var names = (asked ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (names.Any(name => name is not ("openid" or "email" or "profile") && !Silent.Contains(name, StringComparer.Ordinal))) return null;
        return names.Contains("openid", StringComparer.Ordinal) ? "openid email profile" : "email profile";
    }

    /// <summary>Whether a list of scopes holds one.</summary>
    public static bool Contains(string scopes, string name) => scopes.Split(' ').Contains(name, StringComparer.Ordinal);
}
