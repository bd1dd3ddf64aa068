using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Reseau.Journeys.OpenData;

/// <summary>
/// What the JSON schemas of HSDS 3.0 demand of the entities that are written here: required fields, types, formats, enumerations; formats are
/// asserted, and a field that HSDS does not know is a fault. Read from the schemas of the specification, without their texts.
/// </summary>
internal static class HsdsShapes
{
    private static readonly JsonObject Entities = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "OpenData", "hsds-3.0.json")))!.AsObject();

    /// <summary>Every fault of a record, by path.</summary>
    public static IEnumerable<string> Faults(string entity, JsonObject record, string path = "$")
    {
        var shape = Entities[entity]!.AsObject();
        foreach (var required in shape["required"]!.AsArray().Select(name => name!.GetValue<string>()))
        {
            if (!record.ContainsKey(required)) yield return $"{path}.{required} is missing";
        }

        foreach (var (name, value) in record)
        {
            if (shape["fields"]![name]?.GetValue<string>() is not { } type) yield return $"{path}.{name} is not a field of {entity}";
            else if (value is null) yield return $"{path}.{name} is null";
            else
            {
                foreach (var fault in FaultsOf(type, value, $"{path}.{name}")) yield return fault;
            }
        }
    }

    private static IEnumerable<string> FaultsOf(string type, JsonNode value, string path)
    {
        if (type[0] == '{') return value is JsonObject inner ? Faults(type[1..^1], inner, path) : [$"{path} is not an object"];
        if (type[0] == '[')
        {
            return value is JsonArray { Count: > 0 } items
                ? items.SelectMany((item, i) => Faults(type[1..^1], item!.AsObject(), $"{path}[{i}]"))
                : [$"{path} is not a filled array"];
        }

        return Fits(type, value) ? [] : [$"{path} is not of type {type}"];
    }

    private static bool Fits(string type, JsonNode value)
    {
        if (type == "number") return value.GetValueKind() == JsonValueKind.Number;
        if (value.GetValueKind() != JsonValueKind.String || value.GetValue<string>() is not { Length: > 0 } text) return false;
        return type switch
        {
            "string" => true,
            "uuid" => Guid.TryParseExact(text, "D", out _),
            "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
            "email" => System.Net.Mail.MailAddress.TryCreate(text, out _),
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "time" => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "instant" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            _ => type.Split('|').Contains(text, StringComparer.Ordinal),
        };
    }
}
