using System.Text.Json.Serialization;
using Reseau.Kernel;

namespace Reseau.Training.Domain.Sessions;

/// <summary>
/// When a course is given, and how many have a seat: the state that decisions rest on, folded from its events. Who they are is in
/// <see cref="Enrolment"/>; here they are counted, so that a thousandth enrolment costs what the first did.
/// <code>DRAFT → OPEN → CLOSED; CANCELLED from both</code>
/// The table is <see cref="SessionTransitions"/>.
/// </summary>
public sealed record Session
{
    /// <summary><c>sessions/{session}</c>.</summary>
    public required string Name { get; init; }

    /// <summary>How many events it has.</summary>
    public long Version { get; init; }

    /// <summary>Where it stands.</summary>
    public SessionState State { get; init; } = SessionState.Draft;

    /// <summary>Institution id that organises it.</summary>
    public required string Institution { get; init; }

    /// <summary>What is kept of its course.</summary>
    public required PlannedCourse Course { get; init; }

    /// <summary>What it is.</summary>
    public required SessionContent Content { get; init; }

    /// <summary>How often what it is was replaced.</summary>
    public int Revision { get; init; }

    /// <summary>Seats taken and persons waiting, by institution.</summary>
    public SeatCounts Seats { get; init; }

    /// <summary>Institution ids whose reservation is over.</summary>
    public ValueList<string> Released { get; init; }

    /// <summary>Whether professionals could ever enrol.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>Whether who is enrolled was reminded.</summary>
    public bool Reminded { get; init; }

    /// <summary>Whether its beginning has told those who wait that they have no seat.</summary>
    public bool Begun { get; init; }

    /// <summary>Why it was given up; empty otherwise.</summary>
    public string CancelReason { get; init; } = "";

    /// <summary>What was said of it at its end.</summary>
    public NoteSum Hot { get; init; }

    /// <summary>What was said of it three months after.</summary>
    public NoteSum Cold { get; init; }

    /// <summary>When it was planned.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its plan or its state last changed; who enrols changes neither.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>The reservations that hold.</summary>
    [JsonIgnore]
    public IReadOnlyList<SeatReservation> Kept => Content.Reservations.Count == 0 ? [] : KeptOf(Content, Released);

    /// <summary>Seats that anybody can take.</summary>
    [JsonIgnore]
    public int FreeForAll => Content.MaxSeats - Seats.Occupied(Kept);

    /// <summary>Whether as many seats are taken as it needs to take place.</summary>
    [JsonIgnore]
    public bool Confirmed => Seats.Taken >= Content.MinSeats;

    /// <summary>Institution ids of which somebody waits for whom there is a seat: the first of them who asked is to be served.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Servable => Seats.Waiting == 0 ? [] : [.. Seats.Institutions.Where(one => one.Waiting > 0 && FreeFor(one.Institution) > 0).Select(one => one.Institution)];

    /// <summary>Seats kept for an institution that it has not taken.</summary>
    public int UnusedOf(string institution) =>
        Math.Max(0, (Kept.FirstOrDefault(kept => kept.Institution == institution)?.Seats ?? 0) - Seats.TakenBy(institution));

    /// <summary>Seats that a person of an institution can take.</summary>
    public int FreeFor(string institution) => FreeForAll + UnusedOf(institution);

    /// <summary>The reservations of a plan that hold.</summary>
    public static IReadOnlyList<SeatReservation> KeptOf(SessionContent content, ValueList<string> released) =>
        [.. content.Reservations.Where(kept => !released.Contains(kept.Institution, StringComparer.Ordinal))];

    /// <summary>Takes one event in.</summary>
    public static Session Evolve(Session? current, string name, long version, DateTimeOffset at, SessionEvent happened)
    {
        if (happened is SessionPlanned planned)
        {
            return new()
            {
                Name = name, Version = version, Institution = planned.Institution, Course = planned.Course, Content = planned.Content, Released = planned.Released, CreatedAt = at, ChangedAt = at,
            };
        }
        var known = (current ?? throw new InvalidOperationException($"{name} starts with a {happened.GetType().Name}.")) with { Version = version };
        return happened switch
        {
            EnrolmentMoved moved => known with { Seats = known.Seats.Moved(moved.Institution, moved.From, moved.To) },
            SessionRevised revised => known with { Content = revised.Content, Released = revised.Released, Revision = known.Revision + 1, Reminded = known.Reminded && revised.Content.StartAt == known.Content.StartAt, ChangedAt = at },
            SessionOpened => known with { State = SessionState.Open, OpenedAt = at, ChangedAt = at },
            SessionCancelled cancelled => known with { State = SessionState.Cancelled, CancelReason = cancelled.Reason, Revision = known.Revision + 1, Seats = default, ChangedAt = at },
            SessionClosed => known with { State = SessionState.Closed, ChangedAt = at },
            SeatsReleased released => known with { Released = [.. known.Released.Union(released.Institutions, StringComparer.Ordinal)] },
            SessionReminded => known with { Reminded = true },
            SessionBegun => known with { Begun = true, Seats = known.Seats.WithoutWaiting() },
            EvaluationGiven { Cold: false } given => known with { Hot = known.Hot.With(given.Mark, given.Before) },
            EvaluationGiven given => known with { Cold = known.Cold.With(given.Mark, given.Before) },
            _ => known,
        };
    }
}
