using System.Globalization;

namespace Reseau.Kernel.Calendar;

/// <summary>Days, months, hours and lists, in French words.</summary>
internal static class FrenchWords
{
    public const char NoBreak = '\u00A0';

    private static readonly string[] DayNames = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

    private static readonly string[] MonthNames =
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    public static string Day(int index) => DayNames[index];

    public static string Month(int month) => MonthNames[month - 1];

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>"1er juillet", "14 juillet 2026".</summary>
    public static string DayOfMonth(int day, int month, int year) =>
        $"{(day == 1 ? "1er" : Number(day))}{NoBreak}{Month(month)}" + (year == 0 ? "" : $" {Number(year)}");

    /// <summary>"9 h", "13 h 30", "minuit"; past midnight, as the clock shows it.</summary>
    public static string Clock(int minutes)
    {
        if (minutes > 0 && minutes % DayPainter.Minutes == 0) return "minuit";
        var inDay = minutes % DayPainter.Minutes;
        var hour = $"{Number(inDay / 60)}{NoBreak}h";
        return inDay % 60 == 0 ? hour : hour + NoBreak + (inDay % 60).ToString("00", CultureInfo.InvariantCulture);
    }

    /// <summary>"9 h à 12 h", "à partir de 18 h".</summary>
    public static string Time(TimeRange time) => time.Until == time.From
        ? $"à partir de {Clock(time.From)}"
        : $"{Clock(time.From)} à {Clock(time.Until)}{(time.OpenEnd ? " ou plus tard" : "")}";

    /// <summary>"demain", "lundi", "mardi 5 janvier", with the year when it is another.</summary>
    public static string Date(DateTime now, DateTime at)
    {
        var day = DateOnly.FromDateTime(at);
        var ahead = day.DayNumber - DateOnly.FromDateTime(now).DayNumber;
        if (ahead == 1) return "demain";
        var name = Day(DayRange.Index(day));
        return ahead < 7 ? name : $"{name} {DayOfMonth(day.Day, day.Month, day.Year == now.Year ? 0 : day.Year)}";
    }

    /// <summary>"a", "a et b", "a, b et c".</summary>
    public static string List(IReadOnlyList<string> items) =>
        items.Count < 2 ? string.Concat(items) : $"{string.Join(", ", items.Take(items.Count - 1))} et {items[^1]}";

    /// <summary>Days of the week among seven: "tous les jours", "lundi au vendredi", "lundi, mercredi et jeudi".</summary>
    public static string Days(Func<int, bool> chosen)
    {
        var parts = new List<string>();
        for (var day = 0; day < 7; day++)
        {
            if (!chosen(day)) continue;
            var last = day;
            while (last < 6 && chosen(last + 1)) last++;
            if (day == 0 && last == 6) return "tous les jours";
            if (last - day >= 2) parts.Add($"{Day(day)} au {Day(last)}");
            else parts.AddRange(Enumerable.Range(day, last - day + 1).Select(Day));
            day = last;
        }
        return List(parts);
    }
}
