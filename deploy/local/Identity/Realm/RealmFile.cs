using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Reseau.Identity.Realm;

/// <summary>Reads a realm file: placeholders first, as Keycloak does at import, then the document, then its checks.</summary>
public static partial class RealmFile
{
    /// <summary>Reads the realm at <paramref name="path"/>, or says everything that is wrong with it at once.</summary>
    /// <exception cref="InvalidDataException">A placeholder has no value, or the realm asks for what this provider does not do.</exception>
    public static IdentityRealm Load(string path, IReadOnlyDictionary<string, string> placeholders)
    {
        var text = File.ReadAllText(path);

        var missing = PlaceholdersOf(text).Where(name => !placeholders.ContainsKey(name)).ToArray();
        if (missing.Length > 0)
            throw new InvalidDataException($"{path}: no value for the placeholders {string.Join(", ", missing)}.");

        var document = JsonSerializer.Deserialize<RealmDocument>(
            Placeholder().Replace(text, match => JavaScriptEncoder.Default.Encode(placeholders[match.Groups["name"].Value])),
            JsonSerializerOptions.Web)
            ?? throw new InvalidDataException($"{path}: empty realm file.");

        var faults = RealmRules.Check(document).ToArray();
        if (faults.Length > 0) throw new InvalidDataException($"{path}: {string.Join(" ", faults)}");
        return new(document);
    }

    /// <summary>Names of the placeholders in the text of a realm file, each once.</summary>
    public static IEnumerable<string> PlaceholdersOf(string text) =>
        Placeholder().Matches(text).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
