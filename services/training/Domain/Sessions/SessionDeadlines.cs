using Reseau.Kernel;
using Reseau.Kernel.Calendar;

namespace Reseau.Training.Domain.Sessions;

/// <summary>Something that time does to a session, and when.</summary>
/// <param name="Kind">What.</param>
/// <param name="DueAt">When.</param>
public sealed record SessionDeadline(SessionTimer Kind, DateTimeOffset DueAt);

/// <summary>What is due when in a session that is open; and what time then does. Pure, as all decisions.</summary>
public static class SessionDeadlines
{
    /// <summary>Days before its beginning at which who has a seat is reminded.</summary>
    public const int ReminderDays = 7;

    private static readonly TimeOnly Morning = new(8, 0);

    /// <summary>Everything that waits, in no order.</summary>
    public static IReadOnlyList<SessionDeadline> Of(Session session)
    {
        if (session.State != SessionState.Open || session.Begun) return [];
        var remindAt = FrenchPlace.Of(null).At(session.Content.FirstDay.AddDays(-ReminderDays), Morning);
        List<SessionDeadline> waiting = [new(SessionTimer.Begin, session.Content.StartAt)];
        // What was opened with three days to go is not announced to be in seven.
        if (!session.Reminded && remindAt > session.OpenedAt) waiting.Add(new(SessionTimer.Remind, remindAt));
        waiting.AddRange(session.Kept.Select(kept => new SessionDeadline(SessionTimer.Release, FrenchDay.StartOf(kept.ReleaseDate))));
        return waiting;
    }

    /// <summary>What comes first; null when nothing waits.</summary>
    public static SessionDeadline? Next(Session session) => Of(session).MinBy(deadline => (deadline.DueAt, -(int)deadline.Kind));

    /// <summary>Lets time act, one thing after the other; nothing when nothing is due any more.</summary>
    public static Decision<SessionEvent> Ring(Session session, DateTimeOffset now)
    {
        var due = Of(session).Where(deadline => deadline.DueAt <= now).Select(deadline => deadline.Kind).ToHashSet();
        // After a long silence of ours nobody is given a seat in a session that has begun, nor reminded of it.
        if (due.Contains(SessionTimer.Begin)) return new SessionBegun();
        if (due.Contains(SessionTimer.Release)) return Release(session, now);
        if (due.Contains(SessionTimer.Remind)) return new SessionReminded(ReminderDays);
        return Decision.Nothing<SessionEvent>();
    }

    /// <summary>
    /// Frees the seats whose day has come. Every command on a seat begins with it: whoever asks in the first second of that day, before the
    /// timer, finds those who waited served.
    /// </summary>
    public static Decision<SessionEvent> Release(Session session, DateTimeOffset now)
    {
        if (session.State != SessionState.Open || session.Content.Reservations.Count == 0 || session.Content.StartAt <= now) return Decision.Nothing<SessionEvent>();
        var over = session.Content.ReleasedOn(FrenchDay.Of(now)).Except(session.Released, StringComparer.Ordinal).ToArray();
        return over.Length == 0 ? Decision.Nothing<SessionEvent>() : new SeatsReleased([.. over]);
    }
}
