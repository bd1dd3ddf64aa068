using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reseau.Partners.Domain;

/// <summary>
/// An ordered list of codes that compares by content, so that two records with the same content are equal: publishing a service
/// again unchanged is recognised as "nothing happened".
/// </summary>
[CollectionBuilder(typeof(CodeList), nameof(Create))]
[JsonConverter(typeof(JsonAsArray))]
public sealed class CodeList : IReadOnlyList<string>, IEquatable<CodeList>
{
    private readonly string[] _codes;

    private CodeList(string[] codes) => _codes = codes;

    public static CodeList Empty { get; } = new([]);

    public int Count => _codes.Length;

    public string this[int index] => _codes[index];

    public static CodeList Create(ReadOnlySpan<string> codes) => codes.IsEmpty ? Empty : new(codes.ToArray());

    public bool Equals(CodeList? other) => other is not null && _codes.AsSpan().SequenceEqual(other._codes);

    public override bool Equals(object? obj) => Equals(obj as CodeList);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var code in _codes) hash.Add(code, StringComparer.Ordinal);
        return hash.ToHashCode();
    }

    public override string ToString() => string.Join(' ', _codes);

    public IEnumerator<string> GetEnumerator() => _codes.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed class JsonAsArray : JsonConverter<CodeList>
    {
        public override CodeList Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Create(JsonSerializer.Deserialize<string[]>(ref reader, options));

        public override void Write(Utf8JsonWriter writer, CodeList value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value._codes, options);
    }
}
