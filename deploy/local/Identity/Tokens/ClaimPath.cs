using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Reseau.Identity.Tokens;

/// <summary>Claim names of mappers: a dot opens a nested object, an escaped dot is a dot.</summary>
internal static partial class ClaimPath
{
    public static void Set(JsonObject claims, string path, JsonNode value)
    {
        var parts = UnescapedDot().Split(path).Select(part => part.Replace("\\.", ".", StringComparison.Ordinal)).ToArray();
        var holder = claims;
        foreach (var part in parts[..^1])
        {
            if (holder[part] is not JsonObject inner) holder[part] = inner = [];
            holder = inner;
        }

        holder[parts[^1]] = value;
    }

    [GeneratedRegex(@"(?<!\\)\.", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UnescapedDot();
}
