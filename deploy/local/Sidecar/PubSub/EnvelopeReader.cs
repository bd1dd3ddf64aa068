using System.Net.Mime;
using System.Text;
using System.Text.Json;
using Dapr.AppCallback.Autogen.Grpc.v1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Reseau.Sidecar.PubSub;

/// <summary>Takes an envelope apart into the request an application receives.</summary>
internal static class EnvelopeReader
{
    private static readonly HashSet<string> Own = new(StringComparer.Ordinal)
    {
        "id", "source", "type", "specversion", "datacontenttype", "data", "data_base64",
    };

    private static readonly Subscription Nobody = new("", "", "", "", "");

    public static TopicEventRequest Read(byte[] envelope, Subscription subscription)
    {
        using var document = JsonDocument.Parse(envelope);
        var root = document.RootElement;
        return new TopicEventRequest
        {
            Id = Text(root, "id"),
            Source = Text(root, "source"),
            Type = Text(root, "type"),
            SpecVersion = Text(root, "specversion"),
            DataContentType = Text(root, "datacontenttype"),
            Topic = subscription.Topic,
            PubsubName = subscription.PubSub,
            Path = subscription.Path,
            Data = Data(root),
            Extensions = Extensions(root),
        };
    }

    /// <summary>Makes sure that an envelope somebody else wrote can be taken apart: base64, escapes and all.</summary>
    /// <exception cref="FormatException">It cannot; also JsonException, InvalidJsonException or InvalidOperationException.</exception>
    public static void Check(byte[] envelope) => Read(envelope, Nobody);

    private static string Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static ByteString Data(JsonElement root)
    {
        if (root.TryGetProperty("data_base64", out var encoded)) return ByteString.CopyFrom(encoded.GetBytesFromBase64());
        if (!root.TryGetProperty("data", out var data)) return ByteString.Empty;

        var contentType = Text(root, "datacontenttype");
        if (MediaType.Is(contentType, MediaTypeNames.Application.Json) || MediaType.Is(contentType, MediaType.Envelope))
            return ByteString.CopyFromUtf8(data.GetRawText());

        // The runtime hands over nothing for other types, and code that works here must work there.
        var isText = MediaType.IsText(contentType) || MediaType.Is(contentType, MediaTypeNames.Application.Xml);
        return isText ? ByteString.CopyFrom(TextOf(data), Encoding.UTF8) : ByteString.Empty;
    }

    private static Struct Extensions(JsonElement root)
    {
        var extensions = new Struct();
        foreach (var attribute in root.EnumerateObject().Where(attribute => !Own.Contains(attribute.Name)))
            extensions.Fields[attribute.Name] = ToValue(attribute.Value);
        return extensions;
    }

    private static Value ToValue(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Value.ForString(element.GetString()),
        JsonValueKind.Number => Value.ForNumber(element.GetDouble()),
        JsonValueKind.True or JsonValueKind.False => Value.ForBool(element.GetBoolean()),
        JsonValueKind.Object or JsonValueKind.Array => Value.Parser.ParseJson(element.GetRawText()),
        _ => Value.ForNull(),
    };

    private static string TextOf(JsonElement data) => data.ValueKind == JsonValueKind.String ? data.GetString()! : data.GetRawText();
}
