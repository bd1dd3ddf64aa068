using Reseau.Hosting.Contracts;
using Reseau.Kernel;
using Reseau.Training.Domain.Campaigns;
using Reseau.Training.Domain.Professionals;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>What a campaign and an answer to it must look like. Everything is checked, then answered at once.</summary>
internal static class CampaignRules
{
    /// <summary>Head of a campaign's resource name.</summary>
    public const string Collection = "campaigns";

    private const int TitleLength = 150;
    private const int IntroductionLength = 2000;
    private const int QuestionLength = 300;
    private const int OptionLength = 150;
    private const int TextLength = 500;
    private const int MostQuestions = 50;
    private const int FewestOptions = 2;
    private const int MostOptions = 20;
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    /// <summary>Reads what a campaign is.</summary>
    public static CampaignContent Read(Contract.Campaign campaign, Violations violations)
    {
        var (start, end) = Period(campaign, violations);
        var functions = PlanRules.Functions(campaign.Functions, "campaign.functions", violations);
        FieldRules.TooMany(campaign.Questions.Count, MostQuestions, "campaign.questions", violations);
        FieldRules.Unique(campaign.Questions.Select(question => question.Key), "campaign.questions", violations);
        return new()
        {
            Title = violations.Required("campaign.title", campaign.Title, TitleLength),
            Introduction = violations.Optional("campaign.introduction", campaign.Introduction, IntroductionLength),
            Start = start,
            End = end,
            Functions = functions,
            Anonymous = campaign.Anonymous,
            Questions = [.. campaign.Questions.Select((question, i) => Read(question, functions, $"campaign.questions[{i}]", violations))],
        };
    }

    /// <summary>Reads what somebody answers, whatever was asked.</summary>
    public static IReadOnlyList<GivenAnswer> Read(IReadOnlyList<Contract.Answer> answers, Violations violations)
    {
        FieldRules.TooMany(answers.Count, MostQuestions, "answers", violations);
        FieldRules.Unique(answers.Select(answer => answer.Question), "answers", violations);
        return [.. answers.Select((answer, i) =>
        {
            FieldRules.TooMany(answer.Choices.Count, MostOptions, $"answers[{i}].choices", violations);
            return new GivenAnswer(FieldRules.Key(answer.Question, $"answers[{i}].question", violations), [.. answer.Choices.Order()], violations.FreeText($"answers[{i}].text", answer.Text, TextLength));
        })];
    }

    /// <summary>Says what is wrong with an answer, held against what was asked.</summary>
    public static void Add(AnswerProblem problem, IEnumerable<Question> asked, Violations violations)
    {
        var field = $"answers[{problem.Place}]";
        switch (problem.Fault)
        {
            case AnswerFault.NotAsked:
                violations.Add($"{field}.question", "NOT_ASKED", "No such question is put to this function.", "Cette question n'est pas posée à votre fonction.");
                break;
            case AnswerFault.NotAChoice:
                violations.Add($"{field}.choices", "NOT_A_CHOICE", "There is no such choice, or not so many are allowed.", "Choisissez parmi les réponses proposées.");
                break;
            case AnswerFault.NotWords:
                violations.Add($"{field}.text", "NOT_WORDS", "The question is answered by choosing.", "Cette question attend un choix, pas un texte.");
                break;
            default:
                var text = asked.First(question => question.Key == problem.Question).Text;
                violations.Add("answers", "REQUIRED", $"The question {problem.Question} is not answered.", $"Répondez à la question « {text} ».");
                break;
        }
    }

    private static Question Read(Contract.Question question, ValueList<Function> asked, string field, Violations violations)
    {
        var kind = FieldRules.Value<Contract.Question.Types.Kind, QuestionKind>(question.Kind, $"{field}.kind", violations);
        var functions = PlanRules.Functions(question.Functions, $"{field}.functions", violations);
        if (asked.Count > 0 && functions.Except(asked).Any())
            violations.Add($"{field}.functions", "NOT_OF_THE_CAMPAIGN", "The campaign does not ask this function.", "La campagne ne s'adresse pas à cette fonction.");
        if (question.Skill.Length > 0 && kind != QuestionKind.Level)
            violations.Add($"{field}.skill", "NOT_A_LEVEL", "Only a level is of a skill.", "Seule une question de niveau porte sur une compétence.");
        var chosen = kind is QuestionKind.OneOf or QuestionKind.SeveralOf;
        if (chosen) FieldRules.Between(question.Options.Count, FewestOptions, MostOptions, $"{field}.options", violations);
        else if (question.Options.Count > 0) violations.Add($"{field}.options", "NO_OPTIONS", "This kind of question has no options.", "Ce type de question n'a pas de réponses à proposer.");
        FieldRules.Unique(question.Options, $"{field}.options", violations);
        return new(FieldRules.Key(question.Key, $"{field}.key", violations), violations.Required($"{field}.text", question.Text, QuestionLength), kind)
        {
            Skill = question.Skill.Length == 0 ? "" : ResourceName.Parse(question.Skill, "skills", $"{field}.skill", violations).ToString(),
            Options = [.. question.Options.Select((option, i) => violations.Required($"{field}.options[{i}]", option, OptionLength))],
            Functions = functions,
            Required = question.Required,
        };
    }

    private static (DateOnly Start, DateOnly End) Period(Contract.Campaign campaign, Violations violations)
    {
        if (campaign.StartDate is null) violations.Add("campaign.start_date", "REQUIRED", "campaign.start_date is required.", "Indiquez le premier jour de la campagne.");
        if (campaign.EndDate is null) violations.Add("campaign.end_date", "REQUIRED", "campaign.end_date is required.", "Indiquez le dernier jour de la campagne.");
        var (start, end) = (violations.Day("campaign.start_date", campaign.StartDate), violations.Day("campaign.end_date", campaign.EndDate));
        if (start is { } first) FieldRules.Between(first.Year, FirstYear, LastYear, "campaign.start_date", violations);
        if (end < start) violations.Add("campaign.end_date", "OUT_OF_RANGE", "The end is before the start.", "La clôture est avant l'ouverture.");
        if (end?.AddYears(-1) > start) violations.Add("campaign.end_date", "OUT_OF_RANGE", "A campaign lasts a year at most.", "Une campagne dure un an au plus.");
        return (start ?? default, end ?? DateOnly.MaxValue);
    }
}
