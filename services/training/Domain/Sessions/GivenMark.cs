namespace Reseau.Training.Domain.Sessions;

/// <summary>What somebody said of a training, without their words.</summary>
/// <param name="Mark">1 to 5.</param>
/// <param name="At">When.</param>
public sealed record GivenMark(int Mark, DateTimeOffset At);
