using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Reseau.Conventions.Signing;

/// <summary>
/// JSON in one form only (RFC 8785, "JCS"): no space, properties in the order of their UTF-16 letters, escapes only where JSON demands them.
/// Whoever has the same values has the same bytes, hence the same hash, in any language. Numbers are whole here, which spares the hard part.
/// </summary>
internal static class CanonicalJson
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static byte[] Write(JsonNode node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return Strict.GetBytes(text.ToString());
    }

    /// <summary>Reads a file; null when it is no JSON of this form, to the byte.</summary>
    public static JsonObject? Read(byte[] file)
    {
        try
        {
            var read = JsonNode.Parse(Strict.GetString(file), null, new() { AllowDuplicateProperties = false, MaxDepth = 16 }) as JsonObject;
            return read is not null && Write(read).AsSpan().SequenceEqual(file) ? read : null;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or ArgumentException or FormatException)
        {
            return null;
        }
    }

    private static void Write(JsonNode? node, StringBuilder text)
    {
        switch (node)
        {
            case JsonObject members:
                Write('{', '}', members.OrderBy(member => member.Key, StringComparer.Ordinal), text, member =>
                {
                    Write(member.Key, text);
                    text.Append(':');
                    Write(member.Value, text);
                });
                break;
            case JsonArray items:
                Write('[', ']', items, text, item => Write(item, text));
                break;
            case JsonValue value:
                Write(value, text);
                break;
            default:
                text.Append("null");
                break;
        }
    }

    private static void Write(JsonValue value, StringBuilder text)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.String:
                Write(value.GetValue<string>(), text);
                break;
            case JsonValueKind.True or JsonValueKind.False:
                text.Append(value.GetValue<bool>() ? "true" : "false");
                break;
            case JsonValueKind.Number when value.TryGetValue<int>(out var whole):
                text.Append(whole.ToString(CultureInfo.InvariantCulture));
                break;
            default:
                throw new FormatException("Numbers are whole.");
        }
    }

    private static void Write<T>(char open, char close, IEnumerable<T> items, StringBuilder text, Action<T> write)
    {
        text.Append(open);
        var isFirst = true;
        foreach (var item in items)
        {
            if (!isFirst) text.Append(',');
            isFirst = false;
            write(item);
        }
        text.Append(close);
    }

    private static void Write(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (var letter in value)
        {
            _ = letter switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => text.Append(letter),
            };
        }
        text.Append('"');
    }
}
