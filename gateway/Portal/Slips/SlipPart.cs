namespace Reseau.Gateway.Portal.Slips;

/// <summary>A question and its answer.</summary>
/// <param name="Question">The question.</param>
/// <param name="Lines">The answer, in short sentences.</param>
public sealed record SlipPart(string Question, IReadOnlyList<string> Lines);
