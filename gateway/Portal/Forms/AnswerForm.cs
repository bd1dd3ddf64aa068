using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Labels;
using Reseau.Training.V1;
using Kind = Reseau.Training.V1.Question.Types.Kind;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>What a person answers to the questions of a campaign. A question that is left out is not answered: nothing is chosen in their place.</summary>
public sealed partial class AnswerForm
{
    // Without script, boxes that are all empty say nothing; that none of them fits is said by a box of its own.
    private const string None = "aucun";

    private readonly IReadOnlyList<Question> _questions;
    private readonly List<FieldProblem> _problems = [];

    private AnswerForm(IReadOnlyList<Question> questions) => _questions = questions;

    /// <summary>What is sent, in the order of the questions.</summary>
    public IReadOnlyList<Training.V1.Answer> Answers { get; private set; } = [];

    public bool IsReadable => _problems.Count == 0;

    /// <summary>Name of the control of a question.</summary>
    public static string Control(Question question) => "reponse-" + question.Key;

    /// <summary>What may be chosen.</summary>
    public static IReadOnlyList<(string Value, string Text)> Choices(Question question)
    {
        var all = CampaignWords.Choices(question).Select((text, place) => (place.ToString(CultureInfo.InvariantCulture), text));
        return question.Kind == Kind.SeveralOf ? [.. all, (None, "Aucun de ces choix")] : [.. all];
    }

    /// <summary>Answers as the form shows them.</summary>
    public static FormValues ValuesOf(IEnumerable<Question> questions, IEnumerable<Training.V1.Answer> answers)
    {
        var kinds = questions.ToDictionary(question => question.Key, StringComparer.Ordinal);
        return new(answers.Where(answer => kinds.ContainsKey(answer.Question))
            .ToDictionary(answer => Control(kinds[answer.Question]), answer => Field(kinds[answer.Question].Kind, answer), StringComparer.Ordinal));
    }

    /// <summary>Reads them.</summary>
    public static AnswerForm Of(FormValues values, IReadOnlyList<Question> questions)
    {
        var form = new AnswerForm(questions);
        form.Answers = [.. questions.Select(question => form.Read(question, values)).OfType<Training.V1.Answer>()];
        return form;
    }

    /// <summary>What to show, at its question.</summary>
    public IReadOnlyList<FieldProblem> Together(CallProblem problem)
    {
        var named = problem.Fields.Where(violation => violation.Field != "request_id").Select(Named).ToList();
        var general = problem.Fields.Count == 0 ? (FieldProblem[])[new("", problem.Sentence)] : [];
        return
        [
            .. _problems.Concat(named).Concat(general).DistinctBy(found => (found.Field, found.Field.Length == 0 ? found.Sentence : ""))
                .OrderBy(found => _questions.Index().FirstOrDefault(each => Control(each.Item) == found.Field, (_questions.Count, null!)).Index),
        ];
    }

    private Training.V1.Answer? Read(Question question, FormValues values)
    {
        var (control, chosen) = (Control(question), values.All(Control(question)));
        if (!values.Has(control))
        {
            if (question.Required) Wrong(question, "field.required");
            return null;
        }

        var answer = new Training.V1.Answer { Question = question.Key };
        if (question.Kind == Kind.Text) answer.Text = values.Text(control);
        else if (chosen.Contains(None) && chosen.Count > 1) Wrong(question, "field.none-and-some");
        else answer.Choices.AddRange(chosen.Select(choice => int.TryParse(choice, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : -1).Where(place => place >= 0));
        return answer;
    }

    private static StringValues Field(Kind kind, Training.V1.Answer answer) => kind switch
    {
        Kind.Text => answer.Text,
        Kind.SeveralOf when answer.Choices.Count == 0 => None,
        _ => new StringValues([.. answer.Choices.Select(choice => choice.ToString(CultureInfo.InvariantCulture))]),
    };

    private FieldProblem Named(FieldProblem violation)
    {
        var match = Item().Match(violation.Field);
        return match.Success && int.TryParse(match.Groups["index"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < Answers.Count
            && _questions.FirstOrDefault(question => question.Key == Answers[index].Question) is { } question
            ? violation with { Field = Control(question), Label = CampaignWords.Brief(question.Text) }
            : violation with { Field = "" };
    }

    private void Wrong(Question question, string reason) => _problems.Add(new(Control(question), Label.Message(reason), CampaignWords.Brief(question.Text)));

    [GeneratedRegex(@"^answers\[(?<index>\d+)\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Item();
}
