using Reseau.Documents;
using Reseau.Kernel.Calendar;
using Reseau.Training.Domain.Professionals;
using Reseau.Training.Domain.Sessions;

namespace Reseau.Training.Rpc;

/// <summary>What to look at in an enrolment, in French: never a reason to refuse, so a manager sees it and decides.</summary>
internal static class EnrolmentRemarks
{
    private static readonly FrenchPlace Place = FrenchPlace.Of(null);

    /// <summary>The remarks.</summary>
    /// <param name="session">The session.</param>
    /// <param name="function">What the professional does.</param>
    /// <param name="permanences">When they hold permanences; empty = not known.</param>
    public static IEnumerable<string> Of(Session session, Function function, string permanences)
    {
        var days = session.Content.HalfDays.Where(halfDay => IsHeld(permanences, halfDay)).Select(halfDay => Day(FrenchDay.Of(halfDay.StartAt))).Distinct(StringComparer.Ordinal).ToList();
        if (days.Count > 0) yield return $"Permanence aux mêmes heures : {string.Join(", ", days)}.";
        if (session.Course.Functions.Count > 0 && !session.Course.Functions.Contains(function)) yield return "Cette formation est prévue pour d'autres fonctions que celle de cette personne.";
        if (session.Course.Prerequisites.Length > 0) yield return $"Prérequis : {session.Course.Prerequisites}";
    }

    private static bool IsHeld(string permanences, HalfDay halfDay) => permanences.Length > 0
        && OpeningHours.Parse(permanences)?.NextOpening(halfDay.StartAt, Place, halfDay.EndAt - halfDay.StartAt) is not null;

    private static string Day(DateOnly day) => FrenchWords.Day(day);
}
