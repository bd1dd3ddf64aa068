using System.Globalization;
using Microsoft.Extensions.Primitives;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Labels;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>The form that writes a course.</summary>
public sealed class CourseForm
{
    private const string Prefix = "courses/";

    /// <summary>What attending it to the end shows.</summary>
    public static readonly RowTable Skills = new("skills", "competence", ("skill", "competence", "Compétence"), ("level", "niveau", "Niveau"));

    // A course of that name would stand at the address of a page.
    private static readonly string[] PageWords = ["nouvelle", "calendrier", "sessions", "a-valider", "equipe", "habilitations", "competences", "plans", "besoins", "campagnes", "chiffres"];

    private static readonly FormControls Controls = new(
        "course",
        ("title", "titre", "Titre"),
        ("provider", "organisme", "Organisme qui la donne"),
        ("objectives", "objectifs", "Objectifs"),
        ("description", "description", "Déroulement"),
        ("prerequisites", "prerequis", "Prérequis"),
        ("half_days", "demi-journees", "Durée"),
        ("modality", "modalite", "Comment"),
        ("max_seats", "places", "Places"),
        ("min_seats", "places-minimum", "Places prises pour qu’une session ait lieu"),
        ("seat_cost_cents", "cout", "Coût d’une place"),
        ("functions", "fonctions", "Pour qui"),
        ("needs_approval", "accord", "Accord du responsable"),
        ("skills", FormRows.Control("competence", 0, "competence"), "Compétences"),
        ("habilitations", "habilitations", "Habilitations"));

    private readonly PartReading _reading;

    private CourseForm(PartReading reading, Course course) => (_reading, Course) = (reading, course);

    /// <summary>What is sent.</summary>
    public Course Course { get; }

    public bool IsReadable => _reading.Problems.Count == 0;

    /// <summary>How a training may take place.</summary>
    public static IReadOnlyList<(string Value, string Text)> Modalities { get; } = Choices<Modality>("modality");

    /// <summary>For whom it may be.</summary>
    public static IReadOnlyList<(string Value, string Text)> Functions { get; } = Choices<Function>("audience");

    /// <summary>A course as the form shows it.</summary>
    public static FormValues ValuesOf(Course course)
    {
        var values = new Dictionary<string, StringValues>(StringComparer.Ordinal)
        {
            ["titre"] = course.Title,
            ["organisme"] = course.Provider,
            ["objectifs"] = string.Join('\n', course.Objectives),
            ["description"] = course.Description,
            ["prerequis"] = course.Prerequisites,
            ["demi-journees"] = Number(course.HalfDays),
            ["modalite"] = course.Modality.ToString(),
            ["places"] = Number(course.MaxSeats),
            ["places-minimum"] = Number(course.MinSeats),
            ["cout"] = Euros(course.SeatCostCents),
            ["fonctions"] = new([.. course.Functions.Select(function => function.ToString())]),
            ["habilitations"] = new([.. course.Habilitations]),
            ["accord"] = course.NeedsApproval ? "oui" : "",
        };
        FormRows.Write(values, Skills.Word, course.Skills, (given, write) =>
        {
            write("competence", given.Skill);
            write("niveau", given.Level.ToString());
        });
        return new(values);
    }

    /// <summary>Reads it.</summary>
    /// <param name="values">What was typed.</param>
    /// <param name="name">Name of the course; empty for a new one, which gets its own from its title.</param>
    public static CourseForm Of(FormValues values, string name)
    {
        var reading = new PartReading(values);
        return new(reading, new()
        {
            Name = name.Length > 0 ? name : Prefix + StableKey.Of("", values.Text("titre"), "formation", new(PageWords, StringComparer.Ordinal)),
            Title = values.Text("titre"),
            Provider = values.Text("organisme"),
            Objectives = { Lines(values.Text("objectifs")) },
            Description = values.Text("description"),
            Prerequisites = values.Text("prerequis"),
            HalfDays = reading.Number("demi-journees", "Durée"),
            Modality = Enum.TryParse<Modality>(values.Text("modalite"), out var modality) ? modality : default,
            MaxSeats = reading.Number("places", "Places"),
            MinSeats = reading.Number("places-minimum", "Places prises pour qu’une session ait lieu"),
            SeatCostCents = reading.Cents("cout", "Coût d’une place"),
            Functions = { values.All("fonctions").Select(word => Enum.TryParse<Function>(word, out var function) ? function : default).Where(function => function != default) },
            Skills =
            {
                reading.Rows(Skills, ["competence"], row => new GivenSkill
                {
                    Skill = row.Text("competence"),
                    Level = Enum.TryParse<SkillLevel>(row.Text("niveau"), out var level) ? level : default,
                }),
            },
            Habilitations = { values.All("habilitations") },
            NeedsApproval = values.Has("accord"),
        });
    }

    /// <summary>The same course under a name that its request makes its own, for a title that another course has.</summary>
    public static string OtherName(Course course, string requestId) => $"{course.Name}-{requestId[..4]}";

    /// <summary>What to show, at its control.</summary>
    public IReadOnlyList<FieldProblem> Together(CallProblem problem) =>
        Controls.Together(_reading.Problems, problem, path => path == "name" ? ("titre", "Titre") : RowPaths.ControlOf(path, _reading, Skills));

    /// <summary>Euros as a field shows them; nothing for nothing.</summary>
    public static string Euros(long cents) => cents == 0 ? "" : (cents / 100m).ToString("0.00", French.Culture);

    /// <summary>A number as a field shows it; nothing for nothing.</summary>
    public static string Number(int number) => number == 0 ? "" : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The lines of a text that say something.</summary>
    public static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IReadOnlyList<(string Value, string Text)> Choices<TEnum>(string vocabulary) where TEnum : struct, Enum =>
        [.. Enum.GetValues<TEnum>().Where(value => !value.Equals(default(TEnum))).Select(value => (value.ToString(), Label.OfTraining(vocabulary, value)))];
}
