using Reseau.Kernel;
using Reseau.Kernel.Calendar;

namespace Reseau.Referrals.Domain;

/// <summary>
/// When a person is forgotten because time has passed. It runs from the last move of a closed referral; an open one is never closed,
/// nor emptied, in silence: somebody must say how it ended.
/// </summary>
public static class Retention
{
    /// <summary>Whether the months after the last contact are over: they count in days of the calendar, the last one included.</summary>
    public static bool IsOver(DateTimeOffset lastContact, int months, DateTimeOffset now) => FrenchDay.Of(lastContact).AddMonths(months) < FrenchDay.Of(now);

    /// <summary>No contact at or after this instant is over: what a query may leave aside. Months differ by three days.</summary>
    public static DateTimeOffset NoneAfter(int months, DateTimeOffset now) => now.AddMonths(-months).AddDays(4);

    /// <summary>Erases a closed referral whose time is over; nothing for any other.</summary>
    public static Decision<ReferralEvent> Forget(Referral current, int months, DateTimeOffset now) =>
        current.ErasedAt is null && Transitions.IsTerminal(current.State) && IsOver(current.ChangedAt, months, now)
            ? new ReferralErased(current.Submission.Parties)
            : Decision.Nothing<ReferralEvent>();
}
