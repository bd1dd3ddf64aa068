namespace Reseau.Training.Domain.Sessions;

/// <summary>A half-day of a session.</summary>
/// <param name="StartAt">Beginning.</param>
/// <param name="EndAt">End.</param>
/// <param name="Place"><c>structures/{structure}</c>, or words; empty at a distance.</param>
/// <param name="Link">Address of the meeting at a distance; empty without.</param>
public sealed record HalfDay(DateTimeOffset StartAt, DateTimeOffset EndAt, string Place, string Link)
{
    /// <summary>Whether somebody would have to be in two places.</summary>
    public bool Overlaps(HalfDay other) => StartAt < other.EndAt && other.StartAt < EndAt;
}
