namespace Reseau.Kernel.Calendar;

/// <summary>Says which days a rule chooses: "1er mercredi du mois, de septembre à juin, semaines impaires".</summary>
internal static class FrenchSelectors
{
    /// <summary>As the head of a line, or after "fermé", where articles are due: "les jours fériés", "du lundi au mercredi".</summary>
    public static string Of(HoursRule rule, bool afterClosed)
    {
        var parts = new List<string>();
        if (rule.Days.Count > 0) parts.Add(FrenchDays.List(rule.Days, afterClosed));
        if (rule.Within.Count > 0) parts.Add($"pendant les {FrenchWords.List([.. rule.Within.Select(FrenchDays.Holiday)])} seulement");
        if (rule.Dates.Count > 0) parts.Add(FrenchWords.List([.. rule.Dates.Select(FrenchDates.Of)]));
        if (rule.Weeks.Count > 0) parts.Add(FrenchWords.List([.. rule.Weeks.Select(Week)]));
        if (rule.Years.Count > 0) parts.Add(FrenchWords.List([.. rule.Years.Select(Year)]));
        return string.Join(", ", parts);
    }

    private static string Week(WeekRange range) => range switch
    {
        { From: 1, To: >= 52, Step: 2 } => "semaines impaires",
        { From: 2, To: >= 52, Step: 2 } => "semaines paires",
        _ when range.From == range.To => $"semaine {FrenchWords.Number(range.From)}",
        _ => $"semaines {FrenchWords.Number(range.From)} à {FrenchWords.Number(range.To)}{OneIn(range.Step)}",
    };

    private static string Year(YearRange range) => range switch
    {
        { To: YearRange.NoEnd, From: < YearRange.NoEnd } => $"à partir de {FrenchWords.Number(range.From)}{OneIn(range.Step)}",
        _ when range.From == range.To => $"en {FrenchWords.Number(range.From)}",
        _ => $"de {FrenchWords.Number(range.From)} à {FrenchWords.Number(range.To)}{OneIn(range.Step)}",
    };

    private static string OneIn(int step) => step == 1 ? "" : $" (une sur {FrenchWords.Number(step)})";
}
