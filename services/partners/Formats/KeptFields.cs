using Reseau.Partners.Domain;

namespace Reseau.Partners.Formats;

/// <summary>Gives a record of a format back the fields that were kept from its source.</summary>
internal static class KeptFields
{
    /// <summary>
    /// Puts each kept field in the place of what was written, as long as both say the same: a field that somebody has since changed
    /// here reads differently, and stays as it is here. Fields the format does not write are unknown ones: they always come back.
    /// </summary>
    /// <param name="written">The record as the directory says it.</param>
    /// <param name="kept">What was kept.</param>
    /// <param name="style">The format.</param>
    /// <param name="read">What a record of that format says; comparable.</param>
    public static RawFields Restore(RawFields written, FieldList kept, ReadingStyle style, Func<RawFields, object?> read)
    {
        object? said = null;
        foreach (var (name, value) in Of(kept, style))
        {
            if (written.Find(name) is null)
            {
                written.Set(name, value);
                continue;
            }

            said ??= read(written);
            var trial = written.Copy().Set(name, value);
            if (Equals(read(trial), said)) written = trial;
        }

        return written;
    }

    /// <summary>The kept fields of a format, without its prefix.</summary>
    public static IEnumerable<(string Name, RawValue Value)> Of(FieldList kept, ReadingStyle style) => kept
        .Where(field => field.Key.StartsWith(style.Prefix, StringComparison.Ordinal))
        .Select(field => (field.Key[style.Prefix.Length..], RawValue.Parse(field.Value)));
}
