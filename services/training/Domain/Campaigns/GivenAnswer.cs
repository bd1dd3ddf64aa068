using Reseau.Kernel;

namespace Reseau.Training.Domain.Campaigns;

/// <summary>What somebody answered to a question.</summary>
/// <param name="Question">Key of the question.</param>
/// <param name="Choices">Level or places of options.</param>
/// <param name="Text">Words.</param>
public sealed record GivenAnswer(string Question, ValueList<int> Choices, string Text);

/// <summary>What is wrong with an answer.</summary>
/// <param name="Place">Place of the answer in the sheet; -1 for one that is missing.</param>
/// <param name="Question">Key of the question.</param>
/// <param name="Fault">What.</param>
public sealed record AnswerProblem(int Place, string Question, AnswerFault Fault);

/// <summary>What can be wrong with an answer.</summary>
public enum AnswerFault
{
    /// <summary>No such question is put to this function.</summary>
    NotAsked = 1,

    /// <summary>There is no such choice, or not so many are allowed.</summary>
    NotAChoice,

    /// <summary>It is answered by choosing.</summary>
    NotWords,

    /// <summary>It must be answered.</summary>
    Missing,
}
