using Microsoft.Extensions.Primitives;
using Reseau.Gateway.Portal.Calls;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>The form that writes a campaign: whom it asks, when, and its questions, each for some functions or for all.</summary>
public sealed class CampaignForm
{
    /// <summary>What it asks.</summary>
    public static readonly RowTable Questions = new(
        "questions", "question",
        ("text", "texte", "Question"),
        ("kind", "genre", "Réponse"),
        ("skill", "competence", "Compétence"),
        ("options", "choix", "Choix"),
        ("functions", "fonctions", "Fonctions"));

    private static readonly FormControls Controls = new(
        "campaign",
        ("title", "titre", "Titre"),
        ("network", "titre", "Titre"),
        ("introduction", "presentation", "Présentation"),
        ("start_date", "du", "Premier jour"),
        ("end_date", "au", "Dernier jour"),
        ("functions", "fonctions", "Fonctions"),
        ("anonymous", "anonyme", "Anonymat"),
        ("questions", "question-0-texte", "Questions"));

    private readonly PartReading _reading;

    private CampaignForm(PartReading reading, Campaign campaign) => (_reading, Campaign) = (reading, campaign);

    /// <summary>What is sent.</summary>
    public Campaign Campaign { get; }

    public bool IsReadable => _reading.Problems.Count == 0;

    /// <summary>A campaign as the form shows it.</summary>
    public static FormValues ValuesOf(Campaign campaign)
    {
        var values = new Dictionary<string, StringValues>(StringComparer.Ordinal)
        {
            ["titre"] = campaign.Title,
            ["presentation"] = campaign.Introduction,
            ["du"] = FrenchInput.Field(campaign.StartDate),
            ["au"] = FrenchInput.Field(campaign.EndDate),
            ["fonctions"] = Words(campaign.Functions),
            ["anonyme"] = campaign.Anonymous ? "oui" : "",
        };
        FormRows.Write(values, Questions.Word, campaign.Questions, (question, write) =>
        {
            write("cle", question.Key);
            write("texte", question.Text);
            write("genre", question.Kind.ToString());
            write("competence", question.Skill);
            write("choix", string.Join('\n', question.Options));
            write("fonctions", Words(question.Functions));
            write("obligatoire", question.Required ? "oui" : "");
        });
        return new(values);
    }

    /// <summary>Reads it.</summary>
    /// <param name="values">What was typed.</param>
    /// <param name="known">The campaign as it is, without content for a new one.</param>
    /// <param name="network">Whether it asks the whole network.</param>
    public static CampaignForm Of(FormValues values, Campaign known, bool network)
    {
        var reading = new PartReading(values);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var campaign = new Campaign
        {
            Name = known.Name,
            Network = network,
            Title = values.Text("titre"),
            Introduction = values.Text("presentation"),
            StartDate = reading.Day("du", "Premier jour"),
            EndDate = reading.Day("au", "Dernier jour"),
            Functions = { Functions(values.All("fonctions")) },
            Anonymous = values.Has("anonyme"),
            Questions = { reading.Rows(Questions, ["texte"], row => QuestionOf(row, taken)) },
        };
        return new(reading, campaign);
    }

    /// <summary>Reads the one thing that may still change of an open campaign.</summary>
    public static CampaignForm OfLastDay(FormValues values, Campaign known)
    {
        var reading = new PartReading(values);
        var campaign = known.Clone();
        campaign.EndDate = reading.Day("au", "Dernier jour");
        return new(reading, campaign);
    }

    /// <summary>What to show, at its control.</summary>
    public IReadOnlyList<FieldProblem> Together(CallProblem problem) => problem.Reason switch
    {
        "CAMPAIGN_OVER" => [Controls.Wrong("au", problem.Sentence)],
        _ => Controls.Together(_reading.Problems, problem, path => RowPaths.ControlOf(path, _reading, Questions)),
    };

    private static Question QuestionOf(RowValues row, HashSet<string> taken) => new()
    {
        Key = StableKey.Of(row.Text("cle"), row.Text("texte"), "question", taken),
        Text = row.Text("texte"),
        Kind = Enum.TryParse<Question.Types.Kind>(row.Text("genre"), out var kind) ? kind : default,
        Skill = row.Text("competence"),
        Options = { CourseForm.Lines(row.Text("choix")) },
        Functions = { Functions(row.All("fonctions")) },
        Required = row.Has("obligatoire"),
    };

    private static IEnumerable<Function> Functions(IEnumerable<string> words) =>
        words.Select(word => Enum.TryParse<Function>(word, out var function) ? function : default).Where(function => function != default);

    private static StringValues Words(IEnumerable<Function> functions) => new([.. functions.Select(function => function.ToString())]);
}
