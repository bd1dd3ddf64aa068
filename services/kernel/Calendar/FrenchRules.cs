namespace Reseau.Kernel.Calendar;

/// <summary>Says hours rule by rule, one line each.</summary>
internal static class FrenchRules
{
    public static IReadOnlyList<string> Lines(OpeningHours hours)
    {
        var lines = new List<string>();
        foreach (var rule in hours.Rules)
        {
            var line = Line(rule);
            lines.Add(lines.Count == 0 ? line : rule.Join switch
            {
                RuleJoin.Fallback => $"sinon, {line}",
                RuleJoin.Additional when rule.State == OpenState.Open => $"et aussi {line}",
                _ => line,
            });
        }
        return lines;
    }

    private static string Line(HoursRule rule)
    {
        var comment = rule.Comment is null ? "" : $" ({rule.Comment})";
        var days = FrenchSelectors.Of(rule, afterClosed: false);
        if (rule.State == OpenState.Closed && rule.Times.Count == 0) return $"fermé {FrenchSelectors.Of(rule, afterClosed: true)}".TrimEnd() + comment;
        var times = FrenchWords.List([.. rule.Times.Select(FrenchWords.Time)]);
        var said = (rule.State, times.Length) switch
        {
            (OpenState.Closed, _) => $"fermé de {times}",
            (OpenState.Unknown, 0) when rule.Comment is not null => "",
            (OpenState.Unknown, 0) => "horaires à vérifier",
            (OpenState.Unknown, _) when rule.Comment is null => $"{times}, à vérifier",
            (_, 0) when days.Length == 0 => "tous les jours, à toute heure",
            (_, 0) => "toute la journée",
            _ => times,
        };
        // A remark alone stands without parentheses: "mercredi : sur rendez-vous".
        if (said.Length == 0) (said, comment) = (rule.Comment!, "");
        return (days.Length == 0 ? said : $"{days} : {said}") + comment;
    }
}
