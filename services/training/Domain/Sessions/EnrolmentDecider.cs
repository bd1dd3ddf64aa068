using Reseau.Kernel;
using Reseau.Kernel.Calendar;

namespace Reseau.Training.Domain.Sessions;

/// <summary>A professional is to be enrolled.</summary>
/// <param name="Professional"><c>professionals/{professional}</c>.</param>
/// <param name="Institution">Institution id they are of.</param>
/// <param name="Sides">In what capacities it is asked: the person, their manager.</param>
/// <param name="Now">When.</param>
public sealed record EnrolPerson(string Professional, string Institution, IReadOnlyList<SessionSide> Sides, DateTimeOffset Now)
{
    /// <summary>Last day at their institution; null = no end.</summary>
    public DateOnly? Departure { get; init; }

    /// <summary>Whether their personal details were erased.</summary>
    public bool Erased { get; init; }

    /// <summary>Name of a session they are in at the same time; null for none.</summary>
    public string? Overlapping { get; init; }
}

/// <summary>
/// All decisions about enrolments: pure, with <see cref="EnrolmentTransitions"/> as the only authority on what may follow what. The session is counted,
/// not listed: nothing here depends on how many are enrolled.
/// </summary>
public static class EnrolmentDecider
{
    /// <summary>Months after its end from which a training is evaluated again.</summary>
    public const int MonthsUntilCold = 3;

    /// <summary>Asks for a seat.</summary>
    public static Decision<SessionEvent> Enrol(Session session, Enrolment? current, EnrolPerson command)
    {
        if (current is not null && EnrolmentTransitions.IsLive(current.State))
            return new Refusal("ALREADY_ENROLLED", "They are enrolled already.", ("session", session.Name), ("state", EnumNames.Of(current.State)));
        if (session.State != SessionState.Open) return new Refusal("SESSION_NOT_OPEN", "Nobody enrols in this session.", ("session", session.Name), ("state", EnumNames.Of(session.State)));
        if (session.Content.StartAt <= command.Now) return SessionDecider.Begun(session.Name);
        if (FrenchDay.Of(command.Now) > session.Content.EnrolUntil) return new Refusal("ENROLMENT_CLOSED", "The last day to enrol is past.", ("session", session.Name));
        if (command.Erased) return new Refusal("PROFESSIONAL_ERASED", "Their details were erased.", ("professional", command.Professional));
        if (command.Departure < session.Content.FirstDay) return new Refusal("PROFESSIONAL_DEPARTED", "They will have left by then.", ("professional", command.Professional));
        if (command.Overlapping is { } other) return new Refusal("ENROLMENT_OVERLAPS", "They are in another session at the same time.", ("session", other));
        if (!EnrolmentTransitions.TryFind(current?.State, command.Sides, EnrolmentAction.Enrol, out _)) return NotAllowed(session, current?.State, command.Sides, EnrolmentAction.Enrol);
        var mustAsk = session.Course.NeedsApproval && !command.Sides.Contains(SessionSide.Manager);
        return new EnrolmentAsked(command.Professional, command.Institution, current?.State, mustAsk ? EnrolmentState.Requested : SeatOrLine(session, command.Institution));
    }

    /// <summary>The manager agrees.</summary>
    public static Decision<SessionEvent> Approve(Session session, Enrolment current, IReadOnlyList<SessionSide> sides, DateTimeOffset now)
    {
        if (current.State is EnrolmentState.Waiting or EnrolmentState.Enrolled && sides.Contains(SessionSide.Manager)) return Decision.Nothing<SessionEvent>();
        if (!EnrolmentTransitions.TryFind(current.State, sides, EnrolmentAction.Approve, out _)) return NotAllowed(session, current.State, sides, EnrolmentAction.Approve);
        if (session.Content.StartAt <= now) return SessionDecider.Begun(session.Name);
        return new EnrolmentApproved(current.Professional, current.Institution, current.State, SeatOrLine(session, current.Institution));
    }

    /// <summary>The manager says no.</summary>
    public static Decision<SessionEvent> Refuse(Session session, Enrolment current, IReadOnlyList<SessionSide> sides)
    {
        if (current.State == EnrolmentState.Refused && sides.Contains(SessionSide.Manager)) return Decision.Nothing<SessionEvent>();
        if (!EnrolmentTransitions.TryFind(current.State, sides, EnrolmentAction.Refuse, out var to)) return NotAllowed(session, current.State, sides, EnrolmentAction.Refuse);
        return new EnrolmentRefused(current.Professional, current.Institution, current.State, to!.Value);
    }

    /// <summary>A seat is given back, or a wait given up.</summary>
    public static Decision<SessionEvent> Withdraw(Session session, Enrolment current, IReadOnlyList<SessionSide> sides, DateTimeOffset now)
    {
        if (current.State == EnrolmentState.Withdrawn) return Decision.Nothing<SessionEvent>();
        if (!EnrolmentTransitions.TryFind(current.State, sides, EnrolmentAction.Withdraw, out var to)) return NotAllowed(session, current.State, sides, EnrolmentAction.Withdraw);
        if (session.Content.StartAt <= now) return SessionDecider.Begun(session.Name);
        return new EnrolmentWithdrawn(current.Professional, current.Institution, current.State, to!.Value);
    }

    /// <summary>Who waited is given a seat: the first of the institutions of <see cref="Session.Servable"/> who asked.</summary>
    public static SeatGiven GiveSeat(string professional, string institution) => new(professional, institution, EnrolmentState.Waiting, EnrolmentState.Enrolled);

    /// <summary>Says what it was worth.</summary>
    /// <param name="session">The session.</param>
    /// <param name="current">The enrolment of who says it.</param>
    /// <param name="cold">Whether it is the evaluation three months after.</param>
    /// <param name="mark">1 to 5.</param>
    /// <param name="now">When.</param>
    public static Decision<SessionEvent> Evaluate(Session session, Enrolment current, bool cold, int mark, DateTimeOffset now)
    {
        if (!EnrolmentTransitions.TryFind(current.State, [SessionSide.Person], EnrolmentAction.Evaluate, out _) || current.CompletedHalfDays == 0)
            return new Refusal("NOT_ATTENDED", "Only those who attended say what it was worth.", ("session", session.Name), ("state", EnumNames.Of(current.State)));
        if (now < EvaluableFrom(session, cold)) return new Refusal("EVALUATION_TOO_EARLY", "The time to evaluate it has not come.", ("session", session.Name));
        var before = (cold ? current.Cold : current.Hot)?.Mark ?? 0;
        return mark == before ? Decision.Nothing<SessionEvent>() : new EvaluationGiven(current.Professional, cold, mark, before);
    }

    /// <summary>What somebody may do with an enrolment now.</summary>
    public static IEnumerable<EnrolmentAction> Possible(Session session, Enrolment current, IReadOnlyCollection<SessionSide> sides, DateTimeOffset now) =>
        EnrolmentTransitions.Possible(current.State, sides).Where(action => action switch
        {
            EnrolmentAction.Enrol => IsOpenTo(session, now),
            EnrolmentAction.Approve or EnrolmentAction.Withdraw => session.Content.StartAt > now,
            EnrolmentAction.Evaluate => current.CompletedHalfDays > 0 && EvaluableFrom(session, cold: false) <= now,
            EnrolmentAction.RecordAttendance => session.Content.StartAt <= now,
            _ => true,
        });

    /// <summary>Whether somebody who is not enrolled may ask for a seat now.</summary>
    public static bool IsOpenTo(Session session, DateTimeOffset now) =>
        session.State == SessionState.Open && session.Content.StartAt > now && !(FrenchDay.Of(now) > session.Content.EnrolUntil);

    /// <summary>From when on a training is evaluated.</summary>
    public static DateTimeOffset EvaluableFrom(Session session, bool cold) =>
        cold ? FrenchDay.StartOf(session.Content.LastDay.AddMonths(MonthsUntilCold)) : session.Content.EndAt;

    private static EnrolmentState SeatOrLine(Session session, string institution) => session.FreeFor(institution) > 0 ? EnrolmentState.Enrolled : EnrolmentState.Waiting;

    private static Refusal NotAllowed(Session session, EnrolmentState? from, IReadOnlyCollection<SessionSide> sides, EnrolmentAction action) => new(
        "ENROLMENT_TRANSITION_NOT_ALLOWED", $"{action} is not possible when the enrolment is {from?.ToString() ?? "not there"}.",
        ("session", session.Name), ("state", from is { } state ? EnumNames.Of(state) : ""), ("event", EnumNames.Of(action)),
        ("possible", string.Join(", ", EnrolmentTransitions.Possible(from, sides).Select(EnumNames.Of))));
}
