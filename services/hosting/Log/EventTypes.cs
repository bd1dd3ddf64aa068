using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reseau.Hosting.Log;

/// <summary>The events of a service by stable name, and how they are written down. Names are forever; class names are not.</summary>
public sealed class EventTypes
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Dictionary<string, Type> _byName = [];
    private readonly Dictionary<Type, string> _byType = [];

    /// <summary>Declares an event.</summary>
    public EventTypes Add<TEvent>(string name)
    {
        _byName.Add(name, typeof(TEvent));
        _byType.Add(typeof(TEvent), name);
        return this;
    }

    /// <summary>All events, by name.</summary>
    public IEnumerable<(string Name, Type Type)> All => _byName.OrderBy(known => known.Key, StringComparer.Ordinal).Select(known => (known.Key, known.Value));

    /// <summary>The stable name of an event.</summary>
    public string NameOf(object body) => _byType[body.GetType()];

    /// <summary>The stable name of a kind of event.</summary>
    public string NameOf(Type kind) => _byType[kind];

    /// <summary>Writes an event.</summary>
    public string Write(object body) => JsonSerializer.Serialize(body, body.GetType(), Json);

    /// <summary>Reads an event.</summary>
    public object Read(string name, string body) => JsonSerializer.Deserialize(body, _byName[name], Json)
        ?? throw new InvalidDataException($"The body of a {name} is null.");
}
