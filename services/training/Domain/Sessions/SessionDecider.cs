using System.Globalization;
using Reseau.Kernel;
using Reseau.Kernel.Calendar;
using Reseau.Training.Domain.Courses;

namespace Reseau.Training.Domain.Sessions;

/// <summary>All decisions about a session itself: pure, with <see cref="SessionTransitions"/> as the only authority on what may follow what.</summary>
public static partial class SessionDecider
{
    /// <summary>Plans a session.</summary>
    /// <param name="course">Its course; null when there is none that the organiser may see.</param>
    /// <param name="courseName">What was asked for.</param>
    /// <param name="institution">Institution id of the organiser.</param>
    /// <param name="content">What was said; what is missing is that of the course.</param>
    /// <param name="now">When.</param>
    public static Decision<SessionEvent> Plan(Course? course, string courseName, string institution, SessionContent content, DateTimeOffset now)
    {
        if (course is null || (course.State == CourseState.Draft && course.Institution != institution))
            return new Refusal("COURSE_NOT_FOUND", "There is no such course in the catalogue.", ("course", courseName));
        if (course.State != CourseState.Published) return new Refusal("COURSE_NOT_PUBLISHED", "Sessions are planned of courses of the catalogue.", ("course", courseName), ("state", EnumNames.Of(course.State)));
        if (content.StartAt <= now) return new Refusal("SESSION_BEGUN", "The session would have begun already.", ("session", ""));
        var whole = content with
        {
            MinSeats = content.MinSeats == 0 ? Math.Min(course.Content.MinSeats, content.MaxSeats == 0 ? course.Content.MaxSeats : content.MaxSeats) : content.MinSeats,
            MaxSeats = content.MaxSeats == 0 ? course.Content.MaxSeats : content.MaxSeats,
        };
        var released = whole.ReleasedOn(FrenchDay.Of(now));
        if (DoNotFit("", whole, released, default) is { } refusal) return refusal;
        return new SessionPlanned(institution, PlannedCourse.Of(course), whole, released);
    }

    /// <summary>Replaces what it is.</summary>
    public static Decision<SessionEvent> Revise(Session current, SessionContent content, DateTimeOffset now)
    {
        if (NotAllowed(current, SessionAction.Update) is { } notNow) return notNow;
        var whole = content with
        {
            MinSeats = content.MinSeats == 0 ? Math.Min(current.Content.MinSeats, content.MaxSeats == 0 ? current.Content.MaxSeats : content.MaxSeats) : content.MinSeats,
            MaxSeats = content.MaxSeats == 0 ? current.Content.MaxSeats : content.MaxSeats,
        };
        if (whole == current.Content) return Decision.Nothing<SessionEvent>();
        if (current.Content.StartAt <= now || whole.StartAt <= now) return Begun(current.Name);
        var released = whole.ReleasedOn(FrenchDay.Of(now));
        if (DoNotFit(current.Name, whole, released, current.Seats) is { } refusal) return refusal;
        return new SessionRevised(whole, released);
    }

    /// <summary>Opens it for enrolment.</summary>
    public static Decision<SessionEvent> Open(Session current, DateTimeOffset now)
    {
        if (current.State == SessionState.Open) return Decision.Nothing<SessionEvent>();
        if (NotAllowed(current, SessionAction.Open) is { } refusal) return refusal;
        if (current.Content.StartAt <= now) return Begun(current.Name);
        return new SessionOpened();
    }

    /// <summary>Gives it up.</summary>
    public static Decision<SessionEvent> Cancel(Session current, string reason)
    {
        if (current.State == SessionState.Cancelled) return Decision.Nothing<SessionEvent>();
        if (NotAllowed(current, SessionAction.Cancel) is { } refusal) return refusal;
        return new SessionCancelled(current.State, reason);
    }

    /// <summary>Ends it.</summary>
    /// <param name="current">The session.</param>
    /// <param name="seats">The enrolments that have a seat.</param>
    /// <param name="newCode">Makes the code of a certificate.</param>
    /// <param name="now">When.</param>
    public static Decision<SessionEvent> Close(Session current, IReadOnlyCollection<Enrolment> seats, Func<string> newCode, DateTimeOffset now)
    {
        if (current.State == SessionState.Closed) return Decision.Nothing<SessionEvent>();
        if (NotAllowed(current, SessionAction.Close) is { } refusal) return refusal;
        if (current.Content.HalfDays[^1].StartAt > now) return new Refusal("SESSION_NOT_OVER", "The last half-day has not begun.", ("session", current.Name));
        var halfDays = current.Content.HalfDays.Count;
        var missing = seats.Count(seat => Enumerable.Range(1, halfDays).Any(halfDay => seat.PresenceOn(halfDay) is null));
        if (missing > 0)
            return new Refusal("ATTENDANCE_MISSING", "Attendance is not said for everyone.", ("session", current.Name), ("missing", missing.ToString(CultureInfo.InvariantCulture)));
        var closed = new SessionClosed([.. seats.OrderBy(seat => seat.Professional, StringComparer.Ordinal).Select(seat => OutcomeOf(seat, halfDays, newCode))]);
        // When the timer was late, those who waited hear it first.
        return new([.. current.Begun ? [] : (SessionEvent[])[new SessionBegun()], closed], null);
    }

    /// <summary>Says who was there.</summary>
    /// <param name="current">The session.</param>
    /// <param name="halfDay">Which half-day, from 1.</param>
    /// <param name="method">How it was taken.</param>
    /// <param name="said">What is said.</param>
    /// <param name="seats">The enrolments of those persons; of others it is not told.</param>
    /// <param name="now">When.</param>
    public static Decision<SessionEvent> RecordAttendance(
        Session current, int halfDay, AttendanceMethod method, IReadOnlyCollection<PersonPresence> said, IReadOnlyCollection<Enrolment> seats, DateTimeOffset now)
    {
        if (NotAllowed(current, SessionAction.RecordAttendance) is { } refusal) return refusal;
        if (!HasHalfDay(current, halfDay)) return NoSuchHalfDay(current, halfDay);
        if (current.Content.HalfDays[halfDay - 1].StartAt > now)
            return new Refusal("HALF_DAY_NOT_BEGUN", "The half-day has not begun.", ("session", current.Name), ("half_day", halfDay.ToString(CultureInfo.InvariantCulture)));
        var known = seats.Where(seat => EnrolmentTransitions.TryFind(seat.State, [SessionSide.Organiser], EnrolmentAction.RecordAttendance, out _))
            .ToDictionary(seat => seat.Professional, StringComparer.Ordinal);
        var news = said.Where(person => known.TryGetValue(person.Professional, out var seat) && seat.PresenceOn(halfDay) != person.Presence).ToArray();
        if (news.Length == 0) return Decision.Nothing<SessionEvent>();
        return new AttendanceRecorded(halfDay, method, [.. news]);
    }

    /// <summary>What an organiser may do now.</summary>
    public static IEnumerable<SessionAction> Possible(Session current, DateTimeOffset now)
    {
        var (begun, over) = (current.Content.StartAt <= now, current.Content.HalfDays[^1].StartAt <= now);
        return SessionTransitions.Possible(current.State, SessionSide.Organiser).Where(action => action switch
        {
            SessionAction.Update or SessionAction.Open => !begun,
            SessionAction.RecordAttendance => begun,
            SessionAction.Close => over,
            _ => true,
        });
    }

    /// <summary>Whether the session has a half-day.</summary>
    public static bool HasHalfDay(Session current, int halfDay) => halfDay >= 1 && halfDay <= current.Content.HalfDays.Count;

    /// <summary>The refusal of a half-day that is not one.</summary>
    public static Refusal NoSuchHalfDay(Session current, int halfDay) =>
        new("HALF_DAY_NOT_FOUND", "The session has no such half-day.", ("session", current.Name), ("half_day", halfDay.ToString(CultureInfo.InvariantCulture)));

    internal static Refusal Begun(string session) => new("SESSION_BEGUN", "The session has begun.", ("session", session));

    private static Refusal? NotAllowed(Session current, SessionAction action) => SessionTransitions.TryFind(current.State, SessionSide.Organiser, action, out _) ? null : new(
        "SESSION_TRANSITION_NOT_ALLOWED", $"{action} is not possible when the session is {current.State}.",
        ("session", current.Name), ("state", EnumNames.Of(current.State)), ("event", EnumNames.Of(action)),
        ("possible", string.Join(", ", SessionTransitions.Possible(current.State, SessionSide.Organiser).Select(EnumNames.Of))));

    private static Refusal? DoNotFit(string session, SessionContent content, ValueList<string> released, SeatCounts seats)
    {
        var occupied = seats.Occupied(Session.KeptOf(content, released));
        return occupied <= content.MaxSeats && content.MinSeats <= content.MaxSeats ? null : new(
            "SEATS_DO_NOT_FIT", "More seats are kept or taken than there are.", ("session", session),
            ("max_seats", content.MaxSeats.ToString(CultureInfo.InvariantCulture)), ("occupied", Math.Max(occupied, content.MinSeats).ToString(CultureInfo.InvariantCulture)));
    }

    private static SeatOutcome OutcomeOf(Enrolment seat, int halfDays, Func<string> newCode)
    {
        var there = seat.CompletedHalfDays;
        if (there == 0) return new(seat.Professional, EnrolmentState.Absent, "");
        return there == halfDays ? new(seat.Professional, EnrolmentState.Attended, newCode()) : new(seat.Professional, EnrolmentState.AttendedPartly, "");
    }
}
