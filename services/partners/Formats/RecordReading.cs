using System.Globalization;
using System.Text;
using Reseau.Kernel;
using Reseau.Partners.Domain;

namespace Reseau.Partners.Formats;

/// <summary>
/// The reading of one record, field by field. What cannot be understood is left aside with a remark and kept as it was written; so is
/// what was understood after a correction, silently, so that an export gives it back. Fields nobody asked for are kept too.
/// </summary>
internal sealed partial class RecordReading(RawRecord raw, ReadingStyle style, CommuneLookup communes)
{
    private const int LongestKept = 20_000;

    // Room for all names that a reader of data.inclusion asks for.
    private const int UsualFields = 32;

    private readonly HashSet<string> _taken = new(UsualFields, StringComparer.Ordinal);
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private readonly List<FileRemark> _remarks = [];

    /// <summary>Id as the file writes it; said with every remark.</summary>
    public string Record { get; set; } = "";

    public int Line => raw.Line;

    public bool Refused { get; private set; }

    public IReadOnlyList<FileRemark> Remarks => _remarks;

    public bool Has(string field) => raw.Fields.Find(field) is { Kind: not RawKind.Nothing };

    /// <summary>A text, trimmed and in Unicode form C; null when there is none.</summary>
    public string? Text(string field)
    {
        var value = Take(field);
        if (value.Kind == RawKind.Nothing) return null;
        if (value.Kind is RawKind.Json or RawKind.List)
        {
            Aside(field, FileMessages.WrongType);
            return null;
        }

        var text = value.Text.Trim();
        if (!text.IsNormalized(NormalizationForm.FormC)) text = text.Normalize(NormalizationForm.FormC);
        if (value.Kind == RawKind.Number || text != value.Text) Keep(field);
        return text.Length == 0 ? null : text;
    }

    public double? Number(string field)
    {
        var value = Take(field);
        if (value.Kind == RawKind.Nothing) return null;
        var text = value.Kind == RawKind.Text ? value.Text.Trim() : value.Text;
        if (style.Lenient) text = text.Replace(',', '.');
        if (text.Length == 0 && value.Kind == RawKind.Text) return null;
        if (value.Kind is RawKind.Number or RawKind.Text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            // Cells of a table are texts: only those that an export would write otherwise are kept.
            if (value.Kind == RawKind.Text && (!style.Lenient || RawValue.Of(number).Text != value.Text)) Keep(field);
            return number;
        }

        Aside(field, FileMessages.NotANumber);
        return null;
    }

    public int? Whole(string field)
    {
        if (Number(field) is not { } number) return null;
        if (Math.Abs(number) <= int.MaxValue && number == Math.Truncate(number)) return (int)number;
        Aside(field, FileMessages.NotANumber);
        return null;
    }

    /// <summary>A day; a moment counts as its day, and is kept.</summary>
    public DateOnly? Day(string field)
    {
        if (Text(field) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        var french = DateOnly.TryParseExact(text, "d/M/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
        if ((french && style.Lenient)
            || (!french && text.Length > 10 && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
                && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)))
        {
            Keep(field);
            return day;
        }

        Aside(field, FileMessages.NotADate, french ? day.ToString("O", CultureInfo.InvariantCulture) : "");
        return null;
    }

    /// <summary>The items of a list, each trimmed, without empty ones.</summary>
    public IReadOnlyList<string> Items(string field)
    {
        var value = Take(field);
        switch (value.Kind)
        {
            case RawKind.Nothing:
                return [];
            case RawKind.List:
                return Trimmed(field, value.Items);
            case RawKind.Text when style.Prefix != ReadingStyle.DataInclusion.Prefix:
                var items = value.Text.Split(ReadingStyle.ListSeparator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                if (string.Join(ReadingStyle.ListSeparator, items) != value.Text) Keep(field);
                return items;
            default:
                Aside(field, FileMessages.WrongType);
                return [];
        }
    }

    /// <summary>The items that a vocabulary knows, each once.</summary>
    public CodeList Codes<T>(string field, TermSet<T> known)
        where T : Term => [.. Distinct(field, item => Known(field, item, known))];

    /// <summary>One term.</summary>
    public string? Code<T>(string field, TermSet<T> known)
        where T : Term => Text(field) is { } text ? Known(field, text, known) : null;

    /// <summary>Items after a reading of each, each once; a reading that gives null has said why.</summary>
    public IReadOnlyList<string> Distinct(string field, Func<string, string?> read)
    {
        var items = Items(field);
        if (items.Count == 0) return [];
        var found = new List<string>(items.Count);
        foreach (var item in items)
        {
            if (read(item) is not { } code) continue;
            if (found.Contains(code, StringComparer.Ordinal)) Keep(field);
            else found.Add(code);
        }

        return found;
    }

    /// <summary>Whether people wrote it.</summary>
    public bool IsLenient => style.Lenient;

    /// <summary>Leaves a value aside: says so, and keeps it.</summary>
    public void Aside(string field, string reason, string suggestion = "") => Aside(field, reason, FileMessages.Sentence(reason), suggestion);

    public void Aside(string field, string reason, string text, string suggestion)
    {
        Remark(field, reason, text, suggestion, refused: false);
        if (reason != ContentMessages.ContainsNir) Keep(field);
        else _kept.Remove(field);
        _taken.Add(field);
    }

    /// <summary>Refuses the whole record.</summary>
    public void Refuse(string field, string reason, string suggestion = "") => Refuse(field, reason, FileMessages.Sentence(reason), suggestion);

    public void Refuse(string field, Violation violation) => Refuse(field, violation.Reason, violation.MessageFr, "");

    public void Refuse(string field, string reason, string text, string suggestion)
    {
        Refused = true;
        Remark(field, reason, text, suggestion, refused: true);
    }

    /// <summary>Keeps a field as it was written.</summary>
    public void Keep(string field) => _kept.Add(field);

    /// <summary>A field that is read elsewhere, or whose meaning the record carries in itself.</summary>
    public void Pass(string field) => _taken.Add(field);

    /// <summary>What is kept, under the format's prefix.</summary>
    public FieldList Kept()
    {
        List<KeyValuePair<string, string>>? kept = null;
        foreach (var (field, value) in raw.Fields.All)
        {
            if (!style.KeepsAll && _taken.Contains(field) && !_kept.Contains(field)) continue;
            if (style.KeepsAll && _remarks.Exists(remark => remark.Field == field && remark.Reason == ContentMessages.ContainsNir)) continue;
            // An unknown field that is empty says nothing.
            if (!_taken.Contains(field) && style.Lenient && value.ToCell().Length == 0) continue;
            if (Keepable(field, value) is { } json) (kept ??= []).Add(new(style.Prefix + field, json));
        }

        // What was filled in although the file does not have it: nothing is what an export gives back.
        if (!style.KeepsAll) foreach (var field in _kept.Where(field => raw.Fields.Find(field) is null)) (kept ??= []).Add(new(style.Prefix + field, RawValue.Nothing.Text));
        if (kept is null) return [];
        kept.Sort((x, y) => string.CompareOrdinal(x.Key, y.Key));
        return [.. kept];
    }

    private string? Keepable(string field, RawValue value)
    {
        var json = value.ToJson();
        if (json.Length > LongestKept)
        {
            Remark(field, ContentMessages.TooLong, ContentMessages.Violation(field, ContentMessages.TooLong, LongestKept).MessageFr, "", refused: false);
            return null;
        }

        // Digits of a coordinate may look like a social security number.
        if (value.Kind == RawKind.Number || !Nir.Appears(json)) return json;
        if (!_remarks.Exists(remark => remark.Field == field && remark.Reason == ContentMessages.ContainsNir))
            Remark(field, ContentMessages.ContainsNir, ContentMessages.Violation(field, ContentMessages.ContainsNir).MessageFr, "", refused: false);
        return null;
    }

    private RawValue Take(string field)
    {
        _taken.Add(field);
        return raw.Fields.Find(field) ?? RawValue.Nothing;
    }

    private IReadOnlyList<string> Trimmed(string field, IReadOnlyList<string> items)
    {
        if (items.All(item => item.Length > 0 && !char.IsWhiteSpace(item[0]) && !char.IsWhiteSpace(item[^1]))) return items;
        Keep(field);
        return [.. items.Select(item => item.Trim()).Where(item => item.Length > 0)];
    }

    private string? Known<T>(string field, string item, TermSet<T> known)
        where T : Term
    {
        if (known.IsKnown(item)) return item;
        if (style.Lenient && CloseTerm.Same(known, item) is { } same)
        {
            Keep(field);
            return same;
        }

        var violation = ContentMessages.Violation(field, ContentMessages.UnknownValue);
        Aside(field, violation.Reason, violation.MessageFr, CloseTerm.Propose(known, item));
        return null;
    }

    // The services of one place share fields: what is said of them is said once.
    private void Remark(string field, string reason, string text, string suggestion, bool refused)
    {
        if (!_remarks.Exists(remark => remark.Field == field && remark.Reason == reason && remark.Suggestion == suggestion && remark.Refused == refused))
            _remarks.Add(new(raw.Line, Record, field, reason, text, suggestion, refused));
    }
}
