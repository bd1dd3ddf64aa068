namespace Reseau.Kernel;

/// <summary>
/// A resource name such as <c>services/dora--1234</c> (AIP-122): collection, slash, id. An id keeps the characters of
/// <c>A-Z a-z 0-9 - . _ ~</c>; all others, a slash included, are percent-encoded, so national ids survive.
/// </summary>
public readonly record struct ResourceName
{
    private const int MaximumIdLength = 200;

    private ResourceName(string collection, string id) => (Collection, Id) = (collection, id);

    /// <summary>Plural camelCase noun.</summary>
    public string Collection { get; }

    /// <summary>The id, encoded.</summary>
    public string Id { get; }

    /// <summary>The name of a raw id of another system.</summary>
    public static ResourceName Of(string collection, string rawId) => new(collection, Uri.EscapeDataString(rawId));

    /// <summary>Reads a name; false when it is not one of that collection.</summary>
    public static bool TryParse(string text, string collection, out ResourceName name)
    {
        name = default;
        if (!text.StartsWith(collection, StringComparison.Ordinal) || text.Length <= collection.Length + 1 || text[collection.Length] != '/')
            return false;
        var id = text[(collection.Length + 1)..];
        // One id has one name: what is not written as Of would write it (a slash, "%2f" for "%2F", a lone "%") is none.
        if (id.Length > MaximumIdLength || Uri.EscapeDataString(Uri.UnescapeDataString(id)) != id) return false;
        name = new(collection, id);
        return true;
    }

    /// <summary>Reads a name, or notes a violation and returns the default.</summary>
    public static ResourceName Parse(string text, string collection, string field, Violations violations)
    {
        if (!TryParse(text, collection, out var name))
            violations.Add(field, "NOT_A_RESOURCE_NAME", $"{field} must look like {collection}/{{id}}.", "Cet identifiant n'est pas reconnu.");
        return name;
    }

    /// <inheritdoc />
    public override string ToString() => $"{Collection}/{Id}";
}
