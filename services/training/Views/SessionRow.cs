using Reseau.Training.Domain.Sessions;

namespace Reseau.Training.Views;

/// <summary>A session with its seats counted: what commands decide on, what lists and timers need.</summary>
public sealed class SessionRow
{
    /// <summary><c>sessions/{session}</c>.</summary>
    public required string Name { get; set; }

    /// <summary>Version of the session.</summary>
    public long Version { get; set; }

    /// <summary>Institution id that organises it.</summary>
    public required string Institution { get; set; }

    /// <summary><c>courses/{course}</c>.</summary>
    public required string Course { get; set; }

    /// <summary>Where it stands.</summary>
    public SessionState State { get; set; }

    /// <summary>Whether professionals could ever enrol: before, it is its organiser's alone.</summary>
    public bool Opened { get; set; }

    /// <summary>When it begins.</summary>
    public DateTimeOffset StartAt { get; set; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset EndAt { get; set; }

    /// <summary>Seats.</summary>
    public int MaxSeats { get; set; }

    /// <summary>Seats taken.</summary>
    public int SeatsTaken { get; set; }

    /// <summary>Seats that anybody can take.</summary>
    public int SeatsFree { get; set; }

    /// <summary>Persons that wait.</summary>
    public int Waiting { get; set; }

    /// <summary>What a seat costs, in cents of euro.</summary>
    public long CostCents { get; set; }

    /// <summary>The folded state, as JSON.</summary>
    public required string Body { get; set; }

    /// <summary>What time does next; null when nothing does.</summary>
    public SessionTimer? TimerKind { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset? DueAt { get; set; }
}

/// <summary>Seats of a session that only one institution can take.</summary>
public sealed class KeptSeatsRow
{
    /// <summary><c>sessions/{session}</c>.</summary>
    public required string Session { get; set; }

    /// <summary>Institution id.</summary>
    public required string Institution { get; set; }

    /// <summary>How many it has not taken; more than 0.</summary>
    public int Unused { get; set; }
}
