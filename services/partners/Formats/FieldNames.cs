using System.Collections.Frozen;

namespace Reseau.Partners.Formats;

/// <summary>How a format calls the fields that the rules of content speak about.</summary>
internal sealed class FieldNames
{
    private readonly FrozenDictionary<string, string[]> _names;
    private readonly FrozenSet<string> _required;

    /// <param name="required">Fields without which a record is refused, as the rules call them.</param>
    /// <param name="names">The rules' name, then the format's.</param>
    public FieldNames(IEnumerable<string> required, params (string Field, string Name)[] names)
    {
        _required = required.ToFrozenSet(StringComparer.Ordinal);
        _names = names.GroupBy(pair => pair.Field, pair => pair.Name, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    public bool IsRequired(string field) => _required.Contains(field);

    public IReadOnlyList<string> Of(string field) => _names.TryGetValue(field, out var names) ? names : [field];
}
