using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Labels;
using Date = Google.Type.Date;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>Reads what people type, or what a browser's date field sends. Null when it cannot be understood.</summary>
public static class FrenchInput
{
    private static readonly string[] Days = ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "d MMMM yyyy"];
    private static readonly string[] Hours = ["H:mm", "H:mm:ss", "H'h'mm", "H 'h' mm", "H'h'"];

    public static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, Days, French.Culture, DateTimeStyles.AllowWhiteSpaces, out var day) ? day : null;

    /// <summary>A day that may be left out; what cannot be read is added to the problems.</summary>
    public static DateOnly? Day(string text, string control, string label, List<FieldProblem> problems)
    {
        if (text.Length == 0) return null;
        var day = Day(text);
        if (day is null) problems.Add(new(control, Label.Message("field.date-unreadable"), label));
        return day;
    }

    public static TimeOnly? Hour(string text) =>
        TimeOnly.TryParseExact(text, Hours, French.Culture, DateTimeStyles.AllowWhiteSpaces, out var hour) ? hour : null;

    /// <summary>Euros as people type them, 25 000,50, in cents; null for less than nothing and for parts of a cent.</summary>
    public static long? Cents(string text)
    {
        var plain = string.Concat(text.Where(character => !char.IsWhiteSpace(character) && character != '€')).Replace('.', ',');
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, French.Culture, out var euros) && euros < 1_000_000_000_000m && euros * 100 == Math.Truncate(euros * 100)
            ? (long)(euros * 100)
            : null;
    }

    public static int? Year(string text) =>
        text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    /// <summary>The instant of a day and hour in Paris; null in the hour that spring skips. In the hour that autumn repeats, the first one.</summary>
    public static Timestamp? Instant(DateOnly day, TimeOnly hour)
    {
        var local = day.ToDateTime(hour);
        if (French.Paris.IsInvalidTime(local)) return null;
        var offset = French.Paris.IsAmbiguousTime(local) ? French.Paris.GetAmbiguousTimeOffsets(local).Max() : French.Paris.GetUtcOffset(local);
        return Timestamp.FromDateTimeOffset(new DateTimeOffset(local, offset));
    }

    /// <summary>As the value of a date field.</summary>
    public static string Field(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A date of the contracts as the value of a date field; nothing for what is no date.</summary>
    public static string Field(Date? date) => French.DayOf(date) is { } day ? Field(day) : "";

    public static Date ToDate(DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };
}
