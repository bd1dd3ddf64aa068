using System.Buffers;
using System.Globalization;
using System.Net.Mime;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Reseau.Sidecar.PubSub;

/// <summary>
/// Wraps a payload in its CloudEvents envelope, as the runtime does. JSON is kept as it came, where the runtime parses and
/// writes it again: whoever signs or compares bytes must send application/octet-stream to be safe with both.
/// </summary>
internal static class EnvelopeWriter
{
    // Text stays readable in the file; nothing here ends up in a page.
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly HashSet<string> Fixed = new(StringComparer.Ordinal) { "topic", "pubsubname", "expiration" };

    public static byte[] Wrap(PublishedEvent published)
    {
        using var given = MediaType.Is(published.ContentType, MediaType.Envelope) ? JsonDocument.Parse(published.Data.Memory) : null;
        if (given is { RootElement.ValueKind: not JsonValueKind.Object }) throw new JsonException("A CloudEvent is an object.");

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Relaxed))
        {
            writer.WriteStartObject();
            if (given is null) WriteOwn(writer, published);
            else WriteGiven(writer, given.RootElement, published);
            writer.WriteString("topic", published.Topic);
            writer.WriteString("pubsubname", published.PubSub);
            if (published.ExpiresAt is { } expiry) writer.WriteString("expiration", Instant(expiry));
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteOwn(Utf8JsonWriter writer, PublishedEvent published)
    {
        writer.WriteString("id", published.Attribute("id") ?? Guid.NewGuid().ToString());
        writer.WriteString("datacontenttype", published.ContentType.Length > 0 ? published.ContentType : MediaTypeNames.Text.Plain);
        if (published.Attribute("subject") is { } subject) writer.WriteString("subject", subject);
        foreach (var (name, value) in Defaults(published)) writer.WriteString(name, value);
        WriteData(writer, published);
    }

    private static void WriteGiven(Utf8JsonWriter writer, JsonElement given, PublishedEvent published)
    {
        foreach (var attribute in given.EnumerateObject().Where(attribute => !Fixed.Contains(attribute.Name))) attribute.WriteTo(writer);

        // The publisher's words win. No id is made up: the event is the publisher's, and so is what makes it one.
        foreach (var (name, value) in Defaults(published).Where(one => !given.TryGetProperty(one.Name, out _))) writer.WriteString(name, value);
    }

    private static IEnumerable<(string Name, string Value)> Defaults(PublishedEvent published)
    {
        yield return ("specversion", "1.0");
        yield return ("source", published.Attribute("source") ?? published.AppId);
        yield return ("type", published.Attribute("type") ?? "com.dapr.event.sent");
        yield return ("time", Instant(published.At));
        yield return ("traceid", published.Attribute("traceid") ?? published.TraceParent);
        yield return ("traceparent", published.Attribute("traceparent") ?? published.TraceParent);
        if ((published.Attribute("tracestate") ?? published.TraceState) is { Length: > 0 } state) yield return ("tracestate", state);
    }

    private static void WriteData(Utf8JsonWriter writer, PublishedEvent published)
    {
        var data = published.Data.Memory;
        if (MediaType.Is(published.ContentType, MediaTypeNames.Application.Octet))
        {
            writer.WriteBase64String("data_base64", data.Span);
        }
        else if (MediaType.Is(published.ContentType, MediaTypeNames.Application.Json) && IsJson(data))
        {
            writer.WritePropertyName("data");
            writer.WriteRawValue(data.Span, skipInputValidation: true);
        }
        else
        {
            writer.WriteString("data", Encoding.UTF8.GetString(data.Span));
        }
    }

    private static bool IsJson(ReadOnlyMemory<byte> data)
    {
        try
        {
            using var parsed = JsonDocument.Parse(data);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Instant(DateTimeOffset at) => at.ToString("yyyy-MM-ddTHH:mm:ss.fffK", CultureInfo.InvariantCulture);
}
