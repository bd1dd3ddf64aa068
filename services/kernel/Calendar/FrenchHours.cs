namespace Reseau.Kernel.Calendar;

/// <summary>
/// Says opening hours in French, in lines for a screen: "lundi au vendredi : 9 h à 12 h et 14 h à 17 h", "fermé les jours fériés". A plain
/// week is said as it comes out, day by day, whatever the rules it is made of; other hours rule by rule, in their order.
/// </summary>
public static class FrenchHours
{
    /// <summary>The lines; numbers and their sign are kept together by no-break spaces.</summary>
    public static IReadOnlyList<string> Lines(OpeningHours hours) => FrenchWeek.Lines(hours) ?? FrenchRules.Lines(hours);

    /// <summary>The lines of a text as it came, or that text itself when it is not understood: half a translation is worse than the original.</summary>
    public static IReadOnlyList<string> Lines(string notation) => OpeningHours.Parse(notation) is { } hours ? Lines(hours) : [notation];

    /// <summary>
    /// The state of a moment and what comes next: "ouvert jusqu'à 17 h", "fermé, ouvre lundi à 9 h". Without anything in the next
    /// <paramref name="horizon" />, the state alone.
    /// </summary>
    /// <param name="hours">The hours.</param>
    /// <param name="local">Time on the wall clock of the place.</param>
    /// <param name="holidays">Its public holidays.</param>
    /// <param name="horizon">How far to look for what comes next.</param>
    public static string Now(OpeningHours hours, DateTime local, FrenchHolidays holidays, TimeSpan horizon)
    {
        var comment = hours.CommentAt(local, holidays) is { } said ? $" ({said})" : "";
        switch (hours.StateAt(local, holidays))
        {
            case OpenState.Open:
                return hours.NextChange(local, holidays, horizon) is { State: OpenState.Closed } end
                    ? $"ouvert jusqu'à {When(local, end.At)}{comment}"
                    : $"ouvert{comment}";
            case OpenState.Unknown:
                return $"ouverture à vérifier{comment}";
            default:
                return hours.NextOpening(local, holidays, horizon) is { } opening ? $"fermé, ouvre {Opening(local, opening)}{comment}" : $"fermé{comment}";
        }
    }

    private static string When(DateTime now, DateTime at) => at.Date == now.Date ? FrenchWords.Clock(MinuteOf(at))
        : at == now.Date.AddDays(1) ? "minuit"
        : $"{FrenchWords.Date(now, at)} à {FrenchWords.Clock(MinuteOf(at))}";

    private static string Opening(DateTime now, DateTime at) =>
        at.Date == now.Date ? $"à {FrenchWords.Clock(MinuteOf(at))}" : $"{FrenchWords.Date(now, at)} à {FrenchWords.Clock(MinuteOf(at))}";

    private static int MinuteOf(DateTime at) => (at.Hour * 60) + at.Minute;
}
