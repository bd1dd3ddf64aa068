using System.Text.Json.Serialization;
using Reseau.Kernel;
using Reseau.Kernel.Calendar;
using Reseau.Training.Domain.Courses;

namespace Reseau.Training.Domain.Sessions;

/// <summary>What an organiser says of a session. Two equal contents are one plan.</summary>
public sealed record SessionContent
{
    /// <summary>When it takes place, in order.</summary>
    public ValueList<HalfDay> HalfDays { get; init; }

    /// <summary>How it takes place.</summary>
    public Modality Modality { get; init; } = Modality.OnSite;

    /// <summary>Who gives it.</summary>
    public ValueList<string> Trainers { get; init; }

    /// <summary>Seats below which it does not take place.</summary>
    public int MinSeats { get; init; }

    /// <summary>Seats.</summary>
    public int MaxSeats { get; init; }

    /// <summary>Seats kept for institutions.</summary>
    public ValueList<SeatReservation> Reservations { get; init; }

    /// <summary>Last day to enrol; null = until it begins.</summary>
    public DateOnly? EnrolUntil { get; init; }

    /// <summary>What a seat costs, in cents of euro.</summary>
    public long SeatCostCents { get; init; }

    /// <summary>What to know or bring.</summary>
    public string Notes { get; init; } = "";

    /// <summary>When it begins.</summary>
    [JsonIgnore]
    public DateTimeOffset StartAt => HalfDays[0].StartAt;

    /// <summary>When it ends.</summary>
    [JsonIgnore]
    public DateTimeOffset EndAt => HalfDays[^1].EndAt;

    /// <summary>First day, on the calendar of Paris.</summary>
    [JsonIgnore]
    public DateOnly FirstDay => FrenchDay.Of(StartAt);

    /// <summary>Last day, on the calendar of Paris.</summary>
    [JsonIgnore]
    public DateOnly LastDay => FrenchDay.Of(EndAt);

    /// <summary>Institution ids whose reservation is over on a day.</summary>
    public ValueList<string> ReleasedOn(DateOnly day) => [.. Reservations.Where(kept => kept.ReleaseDate <= day).Select(kept => kept.Institution)];

    /// <summary>Whether a person cannot be in both.</summary>
    public bool Overlaps(SessionContent other) => HalfDays.Any(own => other.HalfDays.Any(own.Overlaps));
}
