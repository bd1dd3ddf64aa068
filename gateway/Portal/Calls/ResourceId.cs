namespace Reseau.Gateway.Portal.Calls;

/// <summary>Between resource names (<c>services/dora--42</c>) and the ids in the portal's addresses.</summary>
public static class ResourceId
{
    public static string Of(string name) => name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>The id as a segment or a query value of an address. Ids may contain percent signs of their own.</summary>
    public static string InAddress(string name) => Uri.EscapeDataString(Of(name));
}
