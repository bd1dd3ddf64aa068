using System.Globalization;
using Reseau.Documents;
using Reseau.Kernel.Calendar;
using Reseau.Training.Domain.Sessions;

namespace Reseau.Training.Certificates;

/// <summary>Half-days in French, by the clock of Paris.</summary>
internal static class SessionWords
{
    public static string Day(HalfDay halfDay) => FrenchWords.Day(FrenchDay.Of(halfDay.StartAt));

    public static string Hours(HalfDay halfDay) => $"de {Hour(halfDay.StartAt)} à {Hour(halfDay.EndAt)}";

    private static string Hour(DateTimeOffset at) => FrenchPlace.Of(null).LocalTime(at).ToString("H'\u00A0h\u00A0'mm", CultureInfo.InvariantCulture);
}
