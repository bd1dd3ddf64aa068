using System.Text.Json;

namespace Reseau.Partners.Formats;

/// <summary>The fields of one record, in the order of its file. Small: a search is a walk.</summary>
internal sealed class RawFields
{
    private readonly List<KeyValuePair<string, RawValue>> _fields = [];

    public IReadOnlyList<KeyValuePair<string, RawValue>> All => _fields;

    public RawValue? Find(string name)
    {
        foreach (var (known, value) in _fields)
        {
            if (known == name) return value;
        }

        return null;
    }

    /// <summary>Adds a field, or replaces its value where it stands.</summary>
    public RawFields Set(string name, RawValue value)
    {
        for (var place = 0; place < _fields.Count; place++)
        {
            if (_fields[place].Key != name) continue;
            _fields[place] = new(name, value);
            return this;
        }

        _fields.Add(new(name, value));
        return this;
    }

    public RawFields Set(string name, string? text) => Set(name, RawValue.Of(text));

    public RawFields Set(string name, IReadOnlyList<string> items) => Set(name, RawValue.Of(items));

    public RawFields Copy()
    {
        var copy = new RawFields();
        copy._fields.AddRange(_fields);
        return copy;
    }

    public static RawFields Of(JsonElement record)
    {
        var fields = new RawFields();
        if (record.ValueKind != JsonValueKind.Object) return fields;
        foreach (var property in record.EnumerateObject()) fields.Set(property.Name, RawValue.Of(property.Value));
        return fields;
    }

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in _fields)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}
