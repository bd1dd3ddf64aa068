namespace Reseau.Training.Domain.Campaigns;

/// <summary>What somebody answered, held against what they were asked.</summary>
public static class AnswerSheet
{
    /// <summary>Everything that is wrong with it, in its order, what is missing last.</summary>
    /// <param name="asked">The questions that are put to them.</param>
    /// <param name="given">Their answers; one for a question.</param>
    public static IEnumerable<AnswerProblem> Check(IReadOnlyList<Question> asked, IReadOnlyList<GivenAnswer> given)
    {
        for (var place = 0; place < given.Count; place++)
        {
            var answer = given[place];
            if (FaultOf(asked.FirstOrDefault(question => question.Key == answer.Question), answer) is { } fault) yield return new(place, answer.Question, fault);
        }
        var answered = Answered(asked, given).Select(answer => answer.Question).ToHashSet(StringComparer.Ordinal);
        foreach (var question in asked.Where(question => question.Required && !answered.Contains(question.Key))) yield return new(-1, question.Key, AnswerFault.Missing);
    }

    /// <summary>The answers that say something: a form sends back what was left empty, too. That none of several options applies is an answer.</summary>
    public static IReadOnlyList<GivenAnswer> Answered(IReadOnlyList<Question> asked, IReadOnlyList<GivenAnswer> given) =>
        [.. given.Where(answer => answer.Choices.Count > 0 || answer.Text.Length > 0 || asked.Any(question => question.Key == answer.Question && question.Kind == QuestionKind.SeveralOf))];

    private static AnswerFault? FaultOf(Question? question, GivenAnswer answer)
    {
        if (question is null) return AnswerFault.NotAsked;
        if (question.Kind != QuestionKind.Text && answer.Text.Length > 0) return AnswerFault.NotWords;
        var most = question.Kind switch { QuestionKind.Text => 0, QuestionKind.SeveralOf => question.Choices, _ => 1 };
        var wrong = answer.Choices.Count > most || answer.Choices.Distinct().Count() < answer.Choices.Count || answer.Choices.Any(choice => choice < 0 || choice >= question.Choices);
        return wrong ? AnswerFault.NotAChoice : null;
    }
}
