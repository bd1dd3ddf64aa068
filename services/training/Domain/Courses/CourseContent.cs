using Reseau.Kernel;
using Reseau.Training.Domain.Professionals;

namespace Reseau.Training.Domain.Courses;

/// <summary>What a course is.</summary>
public sealed record CourseContent
{
    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Who gives it; empty = the institution itself.</summary>
    public string Provider { get; init; } = "";

    /// <summary>What one can do after it.</summary>
    public ValueList<string> Objectives { get; init; }

    /// <summary>What happens in it.</summary>
    public string Description { get; init; } = "";

    /// <summary>What one must know or hold before.</summary>
    public string Prerequisites { get; init; } = "";

    /// <summary>How long it lasts.</summary>
    public int HalfDays { get; init; }

    /// <summary>How it takes place.</summary>
    public Modality Modality { get; init; } = Modality.OnSite;

    /// <summary>Seats below which a session does not take place.</summary>
    public int MinSeats { get; init; }

    /// <summary>Seats of a session.</summary>
    public int MaxSeats { get; init; }

    /// <summary>What a seat costs, in cents of euro.</summary>
    public long SeatCostCents { get; init; }

    /// <summary>For whom; empty = everyone.</summary>
    public ValueList<Function> Functions { get; init; }

    /// <summary>What it evidences.</summary>
    public ValueList<GivenSkill> Skills { get; init; }

    /// <summary><c>habilitationRules/{rule}</c> that it gives.</summary>
    public ValueList<string> Habilitations { get; init; }

    /// <summary>Whether the manager must agree before a seat is taken.</summary>
    public bool NeedsApproval { get; init; }
}
