namespace Reseau.Kernel.Calendar;

/// <summary>Days of the week and holidays of a rule, in French.</summary>
internal static class FrenchDays
{
    private static readonly string[] Ranks =
        ["1er", "2e", "3e", "4e", "5e", "dernier", "avant-dernier", "3e avant la fin", "4e avant la fin", "5e avant la fin"];

    public static string List(ValueList<DayRange> days, bool afterClosed)
    {
        var parts = new List<string>();
        if (days.Any(IsPlain)) parts.Add(Weekdays([.. days.Where(IsPlain)], afterClosed));
        parts.AddRange(days.Where(day => !IsPlain(day)).Select(day => Special(day, afterClosed)));
        return FrenchWords.List(parts);
    }

    public static string Holiday(DayRange day) => day.Kind == DayKind.PublicHoliday ? "jours fériés" : "vacances scolaires";

    private static bool IsPlain(DayRange day) => day is { Kind: DayKind.Weekday, Ranks: 0, Offset: 0 };

    private static string Weekdays(DayRange[] ranges, bool afterClosed)
    {
        // Over Sunday, "samedi au lundi" reads better than the three days in the order of the week.
        var text = ranges is [var only] && only.From > only.To
            ? $"{FrenchWords.Day(only.From)} au {FrenchWords.Day(only.To)}"
            : FrenchWords.Days(day => Array.Exists(ranges, range => range.HasWeekday(day)));
        if (!afterClosed || text == "tous les jours") return text;
        // "du lundi au mercredi", "le samedi et le dimanche", "du lundi au mercredi et le samedi".
        return string.Join(" et ", text.Split(" et ").Select(part => string.Join(", ", part.Split(", ").Select(WithArticle))));
    }

    private static string WithArticle(string days) => days.Contains(" au ", StringComparison.Ordinal) ? $"du {days}" : $"le {days}";

    // The rank of a day counts in its own month: "le lendemain du 1er mercredi du mois" may be in the next.
    private static string Special(DayRange day, bool afterClosed) => day.Offset switch
    {
        0 when !afterClosed => Named(day, "", ""),
        0 when day.Kind == DayKind.SchoolHoliday => Named(day, "", "pendant les "),
        0 => Named(day, "le ", "les "),
        -1 => $"la veille {Named(day, "du ", "des ")}",
        1 => $"le lendemain {Named(day, "du ", "des ")}",
        < 0 => $"{FrenchWords.Number(-day.Offset)} jours avant {Named(day, "le ", "les ")}",
        _ => $"{FrenchWords.Number(day.Offset)} jours après {Named(day, "le ", "les ")}",
    };

    private static string Named(DayRange day, string one, string several)
    {
        if (day.Kind != DayKind.Weekday) return several + Holiday(day);
        var name = FrenchWords.Day(day.From);
        if (day.Ranks == 0) return one + name;
        var ranks = day.RankNumbers.Select(rank => Ranks[rank > 0 ? rank - 1 : 4 - rank]).ToList();
        return ranks.Count == 1 ? $"{one}{ranks[0]} {name} du mois" : $"{several}{FrenchWords.List(ranks)} {name}s du mois";
    }
}
