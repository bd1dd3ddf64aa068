namespace Reseau.Kernel.Calendar;

/// <summary>Months and dates of a rule, in French.</summary>
internal static class FrenchDates
{
    /// <summary>"en juillet", "le 14 juillet", "du 25 décembre au 1er janvier", "de janvier à mars 2026", "lundi de Pâques".</summary>
    public static string Of(DateRange range)
    {
        var (first, last) = (range.From, range.To);
        if (range.NoEnd) return $"à partir {From(first)}";
        if (first == last)
            return IsMonth(first) ? $"en {Month(first)}" : first.IsEaster ? NearEaster(first, "à Pâques", "le ") : $"le {Date(first)}";
        // One year is said once, at the end.
        if (first.Year == last.Year) first = first with { Year = 0 };
        return $"{From(first)} {To(last)}";
    }

    private static string From(DatePoint point) => point.IsEaster ? NearEaster(point, "de Pâques", "du ")
        : !IsMonth(point) ? $"du {Date(point)}"
        : Month(point) is ['a' or 'o', ..] month ? $"d'{month}"
        : $"de {Month(point)}";

    private static string To(DatePoint point) => point.IsEaster ? NearEaster(point, "à Pâques", "au ") : IsMonth(point) ? $"à {Month(point)}" : $"au {Date(point)}";

    private static bool IsMonth(DatePoint point) => point is { Day: 0, IsEaster: false };

    private static string Month(DatePoint point) => FrenchWords.Month(point.Month) + Year(point);

    private static string Date(DatePoint point) => FrenchWords.DayOfMonth(point.Day, point.Month, point.Year) + point.Offset switch
    {
        0 => "",
        < 0 => $" moins {Days(point.Offset)}",
        _ => $" plus {Days(point.Offset)}",
    };

    private static string NearEaster(DatePoint point, string itself, string article) => point.Offset switch
    {
        0 => itself + Year(point),
        -2 => $"{article}vendredi saint{Year(point)}",
        1 => $"{article}lundi de Pâques{Year(point)}",
        39 => $"{article}jeudi de l'Ascension{Year(point)}",
        50 => $"{article}lundi de Pentecôte{Year(point)}",
        < 0 => $"{article}{FrenchWords.Number(-point.Offset)}e jour avant Pâques{Year(point)}",
        _ => $"{article}{FrenchWords.Number(point.Offset)}e jour après Pâques{Year(point)}",
    };

    private static string Days(int offset) => $"{FrenchWords.Number(Math.Abs(offset))} jour{(Math.Abs(offset) == 1 ? "" : "s")}";

    private static string Year(DatePoint point) => point.Year == 0 ? "" : $" {FrenchWords.Number(point.Year)}";
}
