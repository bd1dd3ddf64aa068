using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Reseau.Kernel;
using Reseau.Training.Domain.Courses;
using Reseau.Training.Domain.Sessions;

namespace Reseau.Training.Calendars;

/// <summary>A session as it is in a calendar.</summary>
/// <param name="Session">The session.</param>
/// <param name="Enrolment">The enrolment of whose calendar it is; null in the calendar of the session.</param>
internal sealed record CalendarEntry(Session Session, Enrolment? Enrolment);

/// <summary>
/// Writes sessions as iCalendar (RFC 5545), an event for each half-day. Its identity is that of the half-day, so that a calendar program moves what was
/// moved and strikes out what was cancelled. No name of a person is in it: calendars are shared, printed and read aloud by machines.
/// </summary>
internal static class TrainingCalendar
{
    private const int MinutesBefore = 24 * 60;

    /// <summary>The calendar, lines ended by CRLF.</summary>
    /// <param name="title">What it is called.</param>
    /// <param name="entries">The sessions.</param>
    public static string Write(string title, IEnumerable<CalendarEntry> entries)
    {
        var calendar = new Calendar { ProductId = "-//Reseau//Formations//FR" };
        calendar.AddProperty("X-WR-CALNAME", title);
        calendar.AddProperty("REFRESH-INTERVAL", "PT1H");
        foreach (var entry in entries)
        {
            foreach (var (index, halfDay) in entry.Session.Content.HalfDays.Index()) calendar.Events.Add(Event(entry, index + 1, halfDay));
        }
        return new CalendarSerializer().SerializeToString(calendar) ?? throw new InvalidOperationException("The calendar was not written.");
    }

    private static CalendarEvent Event(CalendarEntry entry, int number, HalfDay halfDay)
    {
        var (session, count) = (entry.Session, entry.Session.Content.HalfDays.Count);
        var hasSeat = entry.Enrolment?.State is EnrolmentState.Enrolled or EnrolmentState.Attended or EnrolmentState.AttendedPartly or EnrolmentState.Absent;
        var one = new CalendarEvent
        {
            Uid = $"{StableId.Of($"{session.Name}/halfDays/{number}")}@reseau",
            DtStamp = new CalDateTime(session.ChangedAt.UtcDateTime),
            LastModified = new CalDateTime(session.ChangedAt.UtcDateTime),
            Created = new CalDateTime(session.CreatedAt.UtcDateTime),
            // A state that is more than a plan was counts as a change, too: a program keeps the higher number.
            Sequence = (session.Revision * 16) + (entry.Enrolment is { } enrolment ? (int)enrolment.State : 0),
            Start = new CalDateTime(halfDay.StartAt.UtcDateTime),
            End = new CalDateTime(halfDay.EndAt.UtcDateTime),
            Summary = Summary(entry) + (count > 1 ? $" ({number}/{count})" : ""),
            Location = Place(session, halfDay),
            Description = Description(session, halfDay, hasSeat),
            Status = Status(entry),
            Transparency = hasSeat ? TransparencyType.Opaque : TransparencyType.Transparent,
        };
        if (hasSeat && halfDay.Link.Length > 0) one.Url = new(halfDay.Link);
        if (entry.Enrolment?.State == EnrolmentState.Enrolled)
            one.Alarms.Add(new() { Action = AlarmAction.Display, Description = one.Summary, Trigger = new(Duration.FromMinutes(-MinutesBefore)) });
        return one;
    }

    private static string Summary(CalendarEntry entry) => entry.Enrolment?.State switch
    {
        EnrolmentState.Waiting => $"Liste d'attente : {entry.Session.Course.Title}",
        EnrolmentState.Requested => $"À valider : {entry.Session.Course.Title}",
        _ => entry.Session.Course.Title,
    };

    private static string Status(CalendarEntry entry) => entry.Session.State == SessionState.Cancelled || entry.Enrolment?.State == EnrolmentState.Cancelled ? EventStatus.Cancelled
        : entry.Enrolment?.State is EnrolmentState.Waiting or EnrolmentState.Requested ? EventStatus.Tentative : EventStatus.Confirmed;

    private static string Place(Session session, HalfDay halfDay) => halfDay.Place.Length > 0 ? halfDay.Place : session.Content.Modality == Modality.Remote ? "À distance" : "";

    private static string Description(Session session, HalfDay halfDay, bool hasSeat) => string.Join('\n', ((string[])
    [
        session.CancelReason.Length > 0 ? $"Session annulée : {session.CancelReason}" : "",
        session.Course.Provider,
        session.Content.Notes,
        hasSeat && halfDay.Link.Length > 0 ? $"Lien : {halfDay.Link}" : "",
    ]).Where(line => line.Length > 0));
}
