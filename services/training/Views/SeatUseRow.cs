using Reseau.Training.Domain.Sessions;

namespace Reseau.Training.Views;

/// <summary>What became of the wishes of an institution's people for seats of a session that took place: how many of them ended in one state. Written when the session is closed, which is for good.</summary>
public sealed class SeatUseRow
{
    /// <summary><c>sessions/{session}</c>.</summary>
    public required string Session { get; set; }

    /// <summary>Institution id of the persons.</summary>
    public required string Institution { get; set; }

    /// <summary>Where their enrolments ended.</summary>
    public EnrolmentState State { get; set; }

    /// <summary><c>courses/{course}</c>.</summary>
    public required string Course { get; set; }

    /// <summary>When the session began.</summary>
    public DateTimeOffset StartAt { get; set; }

    /// <summary>How many persons.</summary>
    public int Persons { get; set; }

    /// <summary>What as many seats cost, in cents of euro.</summary>
    public long CostCents { get; set; }
}
