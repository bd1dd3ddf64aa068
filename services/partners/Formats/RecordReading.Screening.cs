using Reseau.Kernel;
using Reseau.Partners.Domain;

namespace Reseau.Partners.Formats;

/// <summary>The rules of content, applied to what was read: a wrong field that is required refuses the record, any other is left aside.</summary>
internal sealed partial class RecordReading
{
    private const int LongestName = 200;

    public Structure Screen(Structure read, FieldNames names)
    {
        Screen(read.Id, names);
        foreach (var (field, violation) in Wrong(ContentRules.Of(read), names)) read = Aside(field, violation, names, () => read.Without(field));
        return read;
    }

    public Service Screen(Service read, FieldNames names)
    {
        Screen(read.Id, names);
        foreach (var (field, violation) in Wrong(ContentRules.Of(read), names)) read = Aside(field, violation, names, () => read.Without(field));
        return read;
    }

    // A resource name has a length too, once what must be is encoded.
    private void Screen(string id, FieldNames names)
    {
        if (id.Length > 1 && Uri.EscapeDataString(id).Length > LongestName) Refuse(names.Of("id")[0], ContentMessages.Violation("id", ContentMessages.InvalidId));
    }

    private IEnumerable<(string Field, Violation Violation)> Wrong(IReadOnlyList<Violation> violations, FieldNames names)
    {
        foreach (var violation in violations)
        {
            var field = violation.Field.Split('[')[0];
            if (names.IsRequired(field)) Refuse(names.Of(field)[0], violation);
            else yield return (field, violation);
        }
    }

    private T Aside<T>(string field, Violation violation, FieldNames names, Func<T> without)
    {
        foreach (var name in names.Of(field))
        {
            var suggestion = violation.Reason == ContentMessages.CoordinatesSwapped ? Exchanged(name) : "";
            Aside(name, violation.Reason, violation.MessageFr, suggestion);
        }

        return without();
    }
}
