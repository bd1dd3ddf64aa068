using Reseau.Kernel;

namespace Reseau.Referrals.Domain;

/// <summary>What happens when time has come for a referral: pure, as all decisions.</summary>
public static class TimerDecider
{
    /// <summary>Lets time act; nothing when somebody has acted meanwhile and nothing is due any more.</summary>
    /// <param name="current">The referral.</param>
    /// <param name="now">When.</param>
    /// <param name="delays">How long each may take.</param>
    /// <param name="away">When whoever is asked for first at the service is away.</param>
    public static Decision<ReferralEvent> Ring(Referral current, DateTimeOffset now, Delays delays, IReadOnlyList<Absence> away)
    {
        var due = Deadlines.Of(current.Waiting, delays, away).Where(deadline => deadline.DueAt <= now).OrderBy(deadline => deadline.DueAt).ThenBy(deadline => deadline.Kind).ToList();
        if (due.Count == 0) return Decision.Nothing<ReferralEvent>();
        // After a long silence of ours nobody is reminded of what ends in the same breath.
        var kind = due.Exists(deadline => deadline.Kind == TimerKind.Expire) ? TimerKind.Expire : due[0].Kind;
        return kind switch
        {
            TimerKind.Expire => ReferralDecider.Move(current, new(Side.Clock, ReferralAction.Expire, now)),
            TimerKind.Lapse => ReferralDecider.Move(current, new(Side.Clock, ReferralAction.Lapse, now)),
            _ => new ReferralReminded(current.Submission.Parties, kind, GoesToBackup(current.Waiting, kind, now, away)),
        };
    }

    // The sender is asked as such; the absences are those of the recipient's service.
    private static bool GoesToBackup(Waiting waiting, TimerKind kind, DateTimeOffset now, IReadOnlyList<Absence> away) => kind switch
    {
        TimerKind.Provide => false,
        TimerKind.Escalate => true,
        _ => waiting.Sent.HasFlag(Reminders.Escalate) || away.Any(absence => absence.Covers(waiting.Place.DayOf(now))),
    };
}
