using Microsoft.Extensions.Primitives;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>
/// The fields of the form being sent, by name, trimmed; nothing on a GET. Read directly rather than bound to a model: what
/// cannot be parsed must come back on the screen exactly as it was typed.
/// </summary>
public sealed class FormValues(IReadOnlyDictionary<string, StringValues> fields)
{
    public static readonly FormValues Empty = new(new Dictionary<string, StringValues>(StringComparer.Ordinal));

    /// <summary>The form was read when its antiforgery token was checked.</summary>
    public static FormValues Of(HttpContext context) => context.Request.HasFormContentType
        ? new(context.Request.Form.ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal))
        : Empty;

    /// <summary>What was sent, in the order of the form.</summary>
    public IEnumerable<string> Names => fields.Keys;

    /// <summary>The same fields, some of them with another value.</summary>
    public FormValues With(params IEnumerable<(string Name, string Value)> others)
    {
        var all = fields.ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
        foreach (var (name, value) in others) all[name] = value;
        return new(all);
    }

    public string Text(string name) => fields.TryGetValue(name, out var values) ? values.ToString().Trim() : "";

    public IReadOnlyList<string> All(string name) => fields.TryGetValue(name, out var values) ? [.. values.OfType<string>()] : [];

    public bool Has(string name) => Text(name).Length > 0;
}
