using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reseau.Partners.Domain;

/// <summary>Names and values in an order, compared by content. In JSON: an object.</summary>
[CollectionBuilder(typeof(FieldList), nameof(Create))]
[JsonConverter(typeof(JsonAsObject))]
public sealed class FieldList : IReadOnlyList<KeyValuePair<string, string>>, IEquatable<FieldList>
{
    private readonly KeyValuePair<string, string>[] _fields;

    private FieldList(KeyValuePair<string, string>[] fields) => _fields = fields;

    public static FieldList Empty { get; } = new([]);

    public int Count => _fields.Length;

    public KeyValuePair<string, string> this[int index] => _fields[index];

    public static FieldList Create(ReadOnlySpan<KeyValuePair<string, string>> fields) => fields.IsEmpty ? Empty : new(fields.ToArray());

    /// <summary>The value of a field; null when it was not kept.</summary>
    public string? Find(string name)
    {
        foreach (var (known, value) in _fields)
        {
            if (known == name) return value;
        }

        return null;
    }

    public bool Equals(FieldList? other) => other is not null && _fields.AsSpan().SequenceEqual(other._fields);

    public override bool Equals(object? obj) => Equals(obj as FieldList);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var field in _fields) hash.Add(field);
        return hash.ToHashCode();
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _fields.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed class JsonAsObject : JsonConverter<FieldList>
    {
        public override FieldList Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("Fields are an object.");
            var fields = new List<KeyValuePair<string, string>>();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!;
                reader.Read();
                fields.Add(new(name, reader.GetString()!));
            }

            return Create(fields.ToArray());
        }

        public override void Write(Utf8JsonWriter writer, FieldList value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var (name, text) in value._fields) writer.WriteString(name, text);
            writer.WriteEndObject();
        }
    }
}
