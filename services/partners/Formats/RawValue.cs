using System.Text.Encodings.Web;
using System.Text.Json;

namespace Reseau.Partners.Formats;

/// <summary>A value as its file wrote it; what a record keeps of it is its JSON text, whatever the format, so that it can be given back.</summary>
internal sealed class RawValue
{
    public static readonly RawValue Nothing = new(RawKind.Nothing, "null", []);

    private RawValue(RawKind kind, string text, IReadOnlyList<string> items) => (Kind, Text, Items) = (kind, text, items);

    public RawKind Kind { get; }

    /// <summary>The text, the number as written, or the JSON.</summary>
    public string Text { get; }

    /// <summary>The items of a list of texts.</summary>
    public IReadOnlyList<string> Items { get; }

    public static RawValue Of(string? text) => text is null ? Nothing : new(RawKind.Text, text, []);

    public static RawValue Of(double? number) => number is { } value ? new(RawKind.Number, JsonSerializer.Serialize(value), []) : Nothing;

    public static RawValue Of(IReadOnlyList<string> items) => items.Count == 0 ? Nothing : new(RawKind.List, "", items);

    public static RawValue Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => Nothing,
        JsonValueKind.String => new(RawKind.Text, element.GetString()!, []),
        JsonValueKind.Number => new(RawKind.Number, element.GetRawText(), []),
        JsonValueKind.Array when Texts(element) is { } items => new(RawKind.List, "", items),
        _ => new(RawKind.Json, element.GetRawText(), []),
    };

    /// <summary>Reads what <see cref="ToJson"/> wrote. What is no JSON (a record written by hand) is a text.</summary>
    public static RawValue Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Of(document.RootElement);
        }
        catch (JsonException)
        {
            return Of(json);
        }
    }

    public string ToJson() => Kind switch
    {
        RawKind.Text => Quoted(Text),
        RawKind.List => $"[{string.Join(',', Items.Select(Quoted))}]",
        _ => Text,
    };

    /// <summary>As a cell of a CSV file.</summary>
    public string ToCell() => Kind switch
    {
        RawKind.Nothing => "",
        RawKind.List => string.Join('|', Items),
        _ => Text,
    };

    public void WriteTo(Utf8JsonWriter writer)
    {
        switch (Kind)
        {
            case RawKind.Nothing:
                writer.WriteNullValue();
                break;
            case RawKind.Text:
                writer.WriteStringValue(Text);
                break;
            case RawKind.List:
                writer.WriteStartArray();
                foreach (var item in Items) writer.WriteStringValue(item);
                writer.WriteEndArray();
                break;
            default:
                writer.WriteRawValue(Text);
                break;
        }
    }

    // Null when something else is among them.
    private static string[]? Texts(JsonElement list)
    {
        var texts = new string[list.GetArrayLength()];
        var count = 0;
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String) return null;
            texts[count++] = item.GetString()!;
        }

        return texts;
    }

    private static string Quoted(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";
}
