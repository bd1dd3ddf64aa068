using Reseau.Kernel.Calendar;
using Reseau.Training.Domain.Professionals;

namespace Reseau.Training.Domain.Habilitations;

/// <summary>Something that time does to a habilitation, and when.</summary>
/// <param name="Period">Which.</param>
/// <param name="Kind">What.</param>
/// <param name="DueAt">When.</param>
/// <param name="Days">Which of the reminders; 0 for what happens once.</param>
public sealed record HabilitationDeadline(HeldHabilitation Period, HabilitationTimer Kind, DateTimeOffset DueAt, int Days = 0);

/// <summary>What time does to a habilitation.</summary>
public enum HabilitationTimer
{
    /// <summary>Its first day comes.</summary>
    Begin = 1,

    /// <summary>Its end comes near.</summary>
    Remind,

    /// <summary>Its last day is over.</summary>
    Lapse,
}

/// <summary>
/// What is due when: days change at midnight of mainland France; reminders come at eight in the morning of a business day, never later than
/// they promise. Nobody is reminded of one that was given after that morning, that goes on later, or once they have left.
/// </summary>
public static class HabilitationDeadlines
{
    private static readonly int[] BeforeTheEnd = [90, 30];
    private static readonly TimeOnly Morning = new(8, 0);
    private static readonly FrenchPlace Place = FrenchPlace.Of(null);

    /// <summary>Everything that waits, in no order.</summary>
    public static IReadOnlyList<HabilitationDeadline> Of(Professional current) =>
        current.Erased ? [] : [.. current.Habilitations.Where(held => !held.Revoked && !held.Lapsed).SelectMany(held => Of(current, held))];

    /// <summary>When the first is due; null when nothing waits.</summary>
    public static DateTimeOffset? Next(Professional current) => Of(current) is [_, ..] waiting ? waiting.Min(deadline => deadline.DueAt) : null;

    /// <summary>Lets time act. After a long silence of ours nobody is reminded of what is over, nor twice of one end.</summary>
    public static IReadOnlyList<ProfessionalEvent> Ring(Professional current, DateTimeOffset now)
    {
        List<ProfessionalEvent> events = [];
        foreach (var due in Of(current).Where(deadline => deadline.DueAt <= now).GroupBy(deadline => deadline.Period))
        {
            var period = due.Key;
            if (due.Any(deadline => deadline.Kind == HabilitationTimer.Lapse))
            {
                events.Add(new HabilitationLapsed(period.Rule, period.From));
                continue;
            }
            if (due.Any(deadline => deadline.Kind == HabilitationTimer.Begin)) events.Add(new HabilitationBegan(period.Rule, period.From));
            var reminders = due.Where(deadline => deadline.Kind == HabilitationTimer.Remind).ToList();
            if (reminders.Count > 0) events.Add(new HabilitationReminded(period.Rule, period.From, reminders.Min(deadline => deadline.Days)));
        }
        return events;
    }

    private static IEnumerable<HabilitationDeadline> Of(Professional current, HeldHabilitation held)
    {
        if (!held.Begun) yield return new(held, HabilitationTimer.Begin, Place.At(held.From, TimeOnly.MinValue));
        if (held.Until is not { } end) yield break;
        yield return new(held, HabilitationTimer.Lapse, Place.At(end.AddDays(1), TimeOnly.MinValue));
        if (current.Habilitations.Any(other => other.Rule == held.Rule && !other.Revoked && (other.Until is null || other.Until > end))) yield break;
        foreach (var days in BeforeTheEnd.Where(days => held.Reminded is not { } reminded || days < reminded))
        {
            var day = LastBusinessDayUpTo(end.AddDays(-days));
            var at = Place.At(day, Morning);
            if (at > held.GivenAt && !current.HasLeft(day)) yield return new(held, HabilitationTimer.Remind, at, days);
        }
    }

    private static DateOnly LastBusinessDayUpTo(DateOnly day)
    {
        while (!Place.IsBusinessDay(day)) day = day.AddDays(-1);
        return day;
    }
}
