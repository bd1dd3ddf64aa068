using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Reseau.Kernel.Calendar;
using Date = Google.Type.Date;

namespace Reseau.Gateway.Portal.Labels;

/// <summary>Dates, hours, distances and order as people in France write them. Hours are those of Paris, whatever the machine's.</summary>
public static class French
{
    public static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("fr-FR");
    public static readonly TimeZoneInfo Paris = FrenchTime.ZoneOf(null);

    public static StringComparer Order { get; } = StringComparer.Create(Culture, ignoreCase: true);

    public static DateTime Local(Timestamp instant) => TimeZoneInfo.ConvertTimeFromUtc(instant.ToDateTime(), Paris);

    public static DateOnly Today(TimeProvider clock) => FrenchDay.Of(clock.GetUtcNow());

    /// <summary>mardi 3 mars 2026 à 14 h 30, its hour unbroken</summary>
    public static string DayAndTime(Timestamp instant) => Local(instant).ToString("dddd d MMMM yyyy 'à' H'\u00A0h\u00A0'mm", Culture);

    /// <summary>14 h 30, unbroken</summary>
    public static string Hour(Timestamp instant) => Local(instant).ToString("H'\u00A0h\u00A0'mm", Culture);

    /// <summary>mardi 3 mars 2026</summary>
    public static string Weekday(DateOnly day) => day.ToString("dddd d MMMM yyyy", Culture);

    /// <summary>3 mars 2026</summary>
    public static string Day(Timestamp instant) => Local(instant).ToString("d MMMM yyyy", Culture);

    /// <summary>3 mars 2026; nothing for what is no date.</summary>
    public static string Day(Date date) => DayOf(date) is { } day ? Day(day) : "";

    /// <summary>3 mars 2026</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Culture);

    /// <summary>A date of the contracts; null for what is no date.</summary>
    public static DateOnly? DayOf(Date? date) => date is null ? null : CalendarDay.Of(date.Year, date.Month, date.Day);

    /// <summary>
    /// Until when something is awaited: "au plus tard le mercredi 25 novembre 2026" for what ends with a day of Paris, otherwise its hour too,
    /// because the midnight of another département is an hour of the day here.
    /// </summary>
    public static string Until(Timestamp end)
    {
        var local = Local(end);
        return local.TimeOfDay == TimeSpan.Zero ? "au plus tard le " + local.AddDays(-1).ToString("dddd d MMMM yyyy", Culture) : "avant le " + DayAndTime(end);
    }

    /// <summary>How long ago, in days of the calendar.</summary>
    public static string Since(Timestamp instant, TimeProvider clock) =>
        (Today(clock).DayNumber - DateOnly.FromDateTime(Local(instant)).DayNumber) switch
        {
            <= 0 => "aujourd’hui",
            1 => "hier",
            var days => string.Create(Culture, $"il y a {days} jours"),
        };

    /// <summary>With a capital letter, as a line of its own.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpper(text[0], Culture) + text[1..];

    /// <summary>12 345</summary>
    public static string Number(int number) => number.ToString("N0", Culture);

    /// <summary>12 345,50 €, from cents.</summary>
    public static string Money(long cents) => string.Create(Culture, $"{cents / 100m:N2}\u00A0€");

    /// <summary>82 %</summary>
    public static string Share(double share) => string.Create(Culture, $"{Math.Round(100 * share)}\u00A0%");

    public static string Distance(int meters, bool approximate)
    {
        var figure = meters < 1000 ? string.Create(Culture, $"{Math.Max(100, (int)Math.Round(meters / 100d) * 100)} m")
            : meters < 10_000 ? string.Create(Culture, $"{meters / 1000d:0.#} km")
            : string.Create(Culture, $"{meters / 1000d:0} km");
        return approximate ? "à environ " + figure : "à " + figure;
    }

    public static string Count(int number, string one, string many) =>
        string.Create(Culture, $"{number:N0} {(Math.Abs(number) < 2 ? one : many)}");
}
