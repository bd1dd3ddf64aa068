using Google.Protobuf.WellKnownTypes;
using Reseau.Testing;

namespace Reseau.Journeys.Local;

/// <summary>Brings sessions of trainings to their beginning: screens plan them by the minute, and nobody waits for the next one in a test.</summary>
public static class Beginning
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan HalfDay = TimeSpan.FromSeconds(1);
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>Moves an open session to the next seconds, and waits until its last half-day has begun.</summary>
    /// <param name="organiser">Whoever planned it.</param>
    /// <param name="name"><c>sessions/{session}</c>.</param>
    public static async Task BeginSessionAsync(this Party organiser, string name)
    {
        var session = await organiser.Sessions.GetSessionAsync(new() { Name = name });
        var start = StartOf(session.HalfDays.Count * HalfDay);
        foreach (var half in session.HalfDays)
        {
            half.StartTime = start.ToTimestamp();
            start += HalfDay;
            half.EndTime = start.ToTimestamp();
        }
        // Seats are kept for somebody until the first day at the latest.
        session.Reservations.Clear();
        await organiser.Sessions.UpdateSessionAsync(new() { Session = session, RequestId = Requests.NewId() });
        await Eventually.GetAsync(async () => await organiser.Sessions.GetSessionAsync(new() { Name = name }), seen => seen.Possible.Contains("CloseSession"));
    }

    // A half-day ends on the day it begins on: who begins right before midnight begins right after it.
    private static DateTimeOffset StartOf(TimeSpan length)
    {
        var start = DateTimeOffset.UtcNow + Soon;
        return DayOf(start) == DayOf(start + length) ? start : start + length;
    }

    private static DateTime DayOf(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Paris).Date;
}
