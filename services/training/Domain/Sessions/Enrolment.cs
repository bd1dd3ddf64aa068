using Reseau.Kernel;

namespace Reseau.Training.Domain.Sessions;

/// <summary>The seat of a professional in a session, or their wait for one. Its events are in the stream of the session.</summary>
public sealed record Enrolment
{
    /// <summary><c>sessions/{session}</c>.</summary>
    public required string Session { get; init; }

    /// <summary><c>professionals/{professional}</c>.</summary>
    public required string Professional { get; init; }

    /// <summary>Institution id they were of when they enrolled.</summary>
    public required string Institution { get; init; }

    /// <summary>Where it stands.</summary>
    public EnrolmentState State { get; init; }

    /// <summary>When they asked.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Place in the line: the version of the session with which they came to wait; 0 when they never did.</summary>
    public long WaitingOrder { get; init; }

    /// <summary>What was said of each half-day, in their order; null where nothing was, none at the end.</summary>
    public ValueList<Presence?> Presences { get; init; }

    /// <summary>Code of the certificate; null without.</summary>
    public string? Certificate { get; init; }

    /// <summary>What they said at the end.</summary>
    public GivenMark? Hot { get; init; }

    /// <summary>What they said three months after.</summary>
    public GivenMark? Cold { get; init; }

    /// <summary>Half-days they were there for.</summary>
    public int CompletedHalfDays => Presences.Count(presence => presence == Presence.Present);

    /// <summary>What was said of a half-day.</summary>
    /// <param name="halfDay">Which, from 1.</param>
    public Presence? PresenceOn(int halfDay) => halfDay <= Presences.Count ? Presences[halfDay - 1] : null;

    /// <summary>Takes one event of its session in; gives it back unchanged when it is about others.</summary>
    public static Enrolment? Evolve(Enrolment? current, string session, string professional, long version, DateTimeOffset at, SessionEvent happened)
    {
        if (happened is EnrolmentMoved moved) return moved.Professional == professional ? Move(current, session, moved, version, at) : current;
        if (current is null) return null;
        return happened switch
        {
            SessionCancelled when Leads(current, EnrolmentAction.Cancel) => current with { State = EnrolmentState.Cancelled },
            SessionBegun when Leads(current, EnrolmentAction.Begin) => current with { State = EnrolmentState.NotServed },
            SessionClosed closed when closed.Outcomes.FirstOrDefault(outcome => outcome.Professional == professional) is { } outcome =>
                current with { State = outcome.State, Certificate = outcome.Certificate.Length == 0 ? null : outcome.Certificate },
            AttendanceRecorded recorded when recorded.Persons.FirstOrDefault(person => person.Professional == professional) is { } person =>
                current with { Presences = With(current.Presences, recorded.HalfDay, person.Presence) },
            EvaluationGiven given when given.Professional == professional =>
                given.Cold ? current with { Cold = new(given.Mark, at) } : current with { Hot = new(given.Mark, at) },
            _ => current,
        };
    }

    private static Enrolment Move(Enrolment? current, string session, EnrolmentMoved moved, long version, DateTimeOffset at)
    {
        var next = moved is EnrolmentAsked || current is null
            ? new() { Session = session, Professional = moved.Professional, Institution = moved.Institution, CreatedAt = at }
            : current;
        return next with { State = moved.To, WaitingOrder = moved.To == EnrolmentState.Waiting ? version : next.WaitingOrder };
    }

    private static bool Leads(Enrolment current, EnrolmentAction action) => EnrolmentTransitions.TryFind(current.State, [SessionSide.Clock], action, out _);

    private static ValueList<Presence?> With(ValueList<Presence?> said, int halfDay, Presence presence)
    {
        var all = said.Concat(Enumerable.Repeat<Presence?>(null, Math.Max(0, halfDay - said.Count))).ToArray();
        all[halfDay - 1] = presence;
        return [.. all];
    }
}
