using Reseau.Gateway.Portal.Calls;
using Reseau.Training.V1;
using SeatState = Reseau.Training.V1.Enrolment.Types.State;
using SessionState = Reseau.Training.V1.CourseSession.Types.State;

namespace Reseau.Gateway.Portal.Labels;

/// <summary>Sentences about courses and sessions: when and where they take place, and whether there is a seat.</summary>
public static class TrainingWords
{
    private const string Structures = "structures/";

    // As the contract says of the cold evaluation.
    private const int ColdAfterMonths = 3;

    /// <summary>Class of a state's colour; the words say the same.</summary>
    public static string Tone(SessionState state) => state switch
    {
        SessionState.Open => "done",
        SessionState.Draft => "warning",
        SessionState.Cancelled => "problem",
        _ => "",
    };

    /// <summary>Class of a state's colour; the words say the same.</summary>
    public static string Tone(SeatState state) => state switch
    {
        SeatState.Enrolled or SeatState.Attended => "done",
        SeatState.Requested or SeatState.Waiting or SeatState.AttendedPartly => "warning",
        SeatState.Refused or SeatState.Cancelled or SeatState.Absent or SeatState.NotServed => "problem",
        _ => "",
    };

    /// <summary>mardi 3 mars 2026, de 9 h 00 à 12 h 00</summary>
    public static string When(HalfDay half) => $"{French.Weekday(DayOf(half))}, {Hours(half)}";

    /// <summary>de 9 h 00 à 12 h 00</summary>
    public static string Hours(HalfDay half) => $"de {French.Hour(half.StartTime)} à {French.Hour(half.EndTime)}";

    /// <summary>The day of a half-day, in Paris.</summary>
    public static DateOnly DayOf(HalfDay half) => DateOnly.FromDateTime(French.Local(half.StartTime));

    /// <summary>All dates of a session, in a few words.</summary>
    public static string Dates(CourseSession session)
    {
        DateOnly[] days = [.. session.HalfDays.Select(DayOf).Distinct()];
        return days switch
        {
            [] => "",
            [var only] => $"{French.Weekday(only)}, de {French.Hour(session.HalfDays[0].StartTime)} à {French.Hour(session.HalfDays[^1].EndTime)}",
            [var first, var second] => $"{French.Weekday(first)} et {French.Weekday(second)}, {HalfDays(session.HalfDays.Count)}",
            _ => $"du {French.Weekday(days[0])} au {French.Weekday(days[^1])}, {HalfDays(session.HalfDays.Count)}",
        };
    }

    /// <summary>3 demi-journées</summary>
    public static string HalfDays(int count) => French.Count(count, "demi-journée", "demi-journées");

    /// <summary>The places of the directory that a session takes place in.</summary>
    public static IEnumerable<string> Structured(CourseSession session) => session.HalfDays.Select(half => half.Place).Where(IsStructure);

    /// <summary>Whether a place is one of the directory, and not in words of the organiser.</summary>
    public static bool IsStructure(string place) => place.StartsWith(Structures, StringComparison.Ordinal);

    /// <summary>Where a half-day takes place.</summary>
    /// <param name="half">The half-day.</param>
    /// <param name="places">What places of the directory are called.</param>
    public static string Where(HalfDay half, IReadOnlyDictionary<string, string> places) =>
        half.Place.Length == 0 ? "À distance" : IsStructure(half.Place) ? places.GetValueOrDefault(half.Place, ResourceId.Of(half.Place)) : half.Place;

    /// <summary>Where a session takes place, in a few words.</summary>
    public static string Where(CourseSession session, IReadOnlyDictionary<string, string> places) =>
        string.Join(" · ", session.HalfDays.Select(half => Where(half, places)).Distinct(StringComparer.Ordinal));

    /// <summary>Whether the reader's institution finds a seat in it, for a badge.</summary>
    public static Room Seats(CourseSession session) => session switch
    {
        { State: not SessionState.Open } => new(Tone(session.State), Label.OfTraining("session-state", session.State)),
        { SeatsFreeForCaller: > 0 } => new("done", French.Count(session.SeatsFreeForCaller, "place libre", "places libres")),
        { Waiting: > 0 } => new("warning", $"Complet, {French.Count(session.Waiting, "personne attend", "personnes attendent")}"),
        _ => new("warning", "Complet, liste d’attente ouverte"),
    };

    /// <summary>Gratuite, or what a seat costs.</summary>
    public static string Cost(long cents) => cents == 0 ? "Sans frais" : $"{French.Money(cents)} par place";

    /// <summary>4,4 sur 5, from hundredths.</summary>
    public static string Note(int hundredths) => string.Create(French.Culture, $"{hundredths / 100m:0.#} sur 5");

    /// <summary>Who gives it: the provider, or the institution itself.</summary>
    public static string Provider(Course course, IReadOnlyDictionary<string, string> names) =>
        course.Provider.Length > 0 ? course.Provider : names.GetValueOrDefault(course.Institution, course.Institution);

    /// <summary>Whether a session has begun.</summary>
    public static bool HasBegun(CourseSession session, TimeProvider clock) => session.HalfDays.Count > 0 && session.HalfDays[0].StartTime.ToDateTimeOffset() <= clock.GetUtcNow();

    /// <summary>Whether somebody still holds, asks or waits for a seat.</summary>
    public static bool IsAwaited(SeatState state) => state is SeatState.Requested or SeatState.Waiting or SeatState.Enrolled;

    /// <summary>Whether somebody has a seat, or had one.</summary>
    public static bool HasSeat(SeatState state) => state is SeatState.Enrolled or SeatState.Attended or SeatState.AttendedPartly or SeatState.Absent;

    /// <summary>From when on it makes sense to ask what a training has changed.</summary>
    public static bool IsCold(CourseSession session, DateOnly today) =>
        session.HalfDays.Count > 0 && today >= DateOnly.FromDateTime(French.Local(session.HalfDays[^1].EndTime)).AddMonths(ColdAfterMonths);
}
