using System.Globalization;
using Microsoft.Extensions.Primitives;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Labels;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>The form that writes a training plan: what is to be reached, what will be given, what it costs and who pays, who comes first.</summary>
public sealed class PlanForm
{
    /// <summary>What is to be reached.</summary>
    public static readonly RowTable Goals = new(
        "goals", "objectif",
        ("text", "texte", "Objectif"),
        ("skill", "competence", "Compétence"),
        ("level", "niveau", "Niveau"),
        ("habilitation", "habilitation", "Habilitation"),
        ("target_percent", "cible", "Cible"),
        ("due_date", "pour-le", "Pour le"),
        ("group.label", "groupe", "Nom du groupe"),
        ("group.functions", "fonctions", "Fonctions"),
        ("group.sites", "lieux", "Lieux"),
        ("group.institutions", "institutions", "Institutions"));

    /// <summary>What will be given.</summary>
    public static readonly RowTable Courses = new(
        "courses", "formation", ("course", "formation", "Formation"), ("sessions", "sessions", "Sessions voulues"), ("goals", "objectifs", "Objectifs servis"));

    /// <summary>What it costs.</summary>
    public static readonly RowTable Costs = new("costs", "depense", ("label", "texte", "Dépense"), ("cents", "somme", "Somme, en euros"));

    /// <summary>Who pays.</summary>
    public static readonly RowTable Funders = new("funders", "financeur", ("label", "texte", "Financeur"), ("cents", "somme", "Somme, en euros"));

    /// <summary>Who comes first.</summary>
    public static readonly RowTable Groups = new(
        "priority_groups", "priorite",
        ("label", "groupe", "Nom du groupe"),
        ("functions", "fonctions", "Fonctions"),
        ("sites", "lieux", "Lieux"),
        ("institutions", "institutions", "Institutions"));

    private static readonly IReadOnlyList<RowTable> Tables = [Goals, Courses, Costs, Funders, Groups];

    private static readonly FormControls Controls = new(
        "plan",
        ("title", "titre", "Titre"),
        ("name", "titre", "Titre"),
        ("start_date", "du", "Premier jour"),
        ("end_date", "au", "Dernier jour"),
        ("purpose", "objet", "Pour quoi faire"),
        ("goals", "objectif-0-texte", "Objectifs"),
        ("courses", "formation-0-formation", "Formations"),
        ("costs", "depense-0-somme", "Dépenses"),
        ("funders", "financeur-0-somme", "Financeurs"),
        ("priority_groups", "priorite-0-groupe", "Groupes prioritaires"));

    private readonly PartReading _reading;

    private PlanForm(PartReading reading, Plan plan) => (_reading, Plan) = (reading, plan);

    /// <summary>What is sent.</summary>
    public Plan Plan { get; }

    public bool IsReadable => _reading.Problems.Count == 0;

    /// <summary>What the button of a table sends to get more rows.</summary>
    public static string StepOf(RowTable table) => $"{FormRows.More}-{table.Word}";

    /// <summary>The form with more rows in the table whose button was pressed; null when none was.</summary>
    public static FormValues? Longer(FormValues values, int more) => Tables.FirstOrDefault(table => values.Text("etape") == StepOf(table)) is { } asked
        ? values.With((FormRows.Counter(asked.Word), (FormRows.Count(values, asked.Word) + more).ToString(CultureInfo.InvariantCulture)))
        : null;

    /// <summary>A plan as the form shows it.</summary>
    public static FormValues ValuesOf(Plan plan)
    {
        var values = new Dictionary<string, StringValues>(StringComparer.Ordinal)
        {
            ["titre"] = plan.Title,
            ["du"] = FrenchInput.Field(plan.StartDate),
            ["au"] = FrenchInput.Field(plan.EndDate),
            ["objet"] = plan.Purpose,
        };
        FormRows.Write(values, Goals.Word, plan.Goals, (goal, write) =>
        {
            write("cle", goal.Key);
            write("texte", goal.Text);
            write("competence", goal.Skill);
            write("niveau", goal.Level == default ? "" : goal.Level.ToString());
            write("habilitation", goal.Habilitation);
            write("cible", Number(goal.TargetPercent));
            write("pour-le", FrenchInput.Field(goal.DueDate));
            write("chaque-lieu", goal.EachSite ? "oui" : "");
            Write(goal.Group ?? new(), write);
        });
        string[] keys = [.. plan.Goals.Select(goal => goal.Key)];
        FormRows.Write(values, Courses.Word, plan.Courses, (course, write) =>
        {
            write("formation", course.Course);
            write("sessions", Number(course.Sessions));
            write("objectifs", string.Join(", ", course.Goals.Select(key => Array.IndexOf(keys, key) + 1).Where(number => number > 0)));
        });
        FormRows.Write(values, Costs.Word, plan.Costs, Write);
        FormRows.Write(values, Funders.Word, plan.Funders, Write);
        FormRows.Write(values, Groups.Word, plan.PriorityGroups, Write);
        return new(values);
    }

    /// <summary>Reads it.</summary>
    /// <param name="values">What was typed.</param>
    /// <param name="name">Name of the plan; empty for a new one, which gets its own from its title.</param>
    /// <param name="network">Whether it is for the whole network.</param>
    public static PlanForm Of(FormValues values, string name, bool network)
    {
        var reading = new PartReading(values);
        var keys = new Dictionary<int, string>();
        var plan = new Plan
        {
            Name = name.Length > 0 ? name : "plans/" + (StableKey.Slug(values.Text("titre")) is { Length: > 0 } slug ? slug : "plan"),
            Network = network,
            Title = values.Text("titre"),
            StartDate = reading.Day("du", "Premier jour"),
            EndDate = reading.Day("au", "Dernier jour"),
            Purpose = values.Text("objet"),
        };
        var taken = new HashSet<string>(StringComparer.Ordinal);
        plan.Goals.AddRange(reading.Rows(Goals, ["texte", "competence", "habilitation"], row => GoalOf(row, keys, taken)));
        plan.Courses.AddRange(reading.Rows(Courses, ["formation"], row => new PlannedCourse { Course = row.Text("formation"), Sessions = row.Number("sessions"), Goals = { KeysOf(row, keys, reading) } }));
        plan.Costs.AddRange(reading.Rows(Costs, ["texte", "somme"], MoneyOf));
        plan.Funders.AddRange(reading.Rows(Funders, ["texte", "somme"], MoneyOf));
        plan.PriorityGroups.AddRange(reading.Rows(Groups, ["groupe", "fonctions", "lieux", "institutions"], GroupOf));
        return new(reading, plan);
    }

    /// <summary>What to show, at its control.</summary>
    public IReadOnlyList<FieldProblem> Together(CallProblem problem) => problem.Reason == "PLAN_ALREADY_EXISTS"
        ? [Controls.Wrong("titre", problem.Sentence)]
        : Controls.Together(_reading.Problems, problem, path => RowPaths.ControlOf(path, _reading, Tables));

    private static Goal GoalOf(RowValues row, Dictionary<int, string> keys, HashSet<string> taken)
    {
        var group = GroupOf(row);
        return new()
        {
            Key = keys[row.Row] = StableKey.Of(row.Text("cle"), row.Text("texte"), "objectif", taken),
            Text = row.Text("texte"),
            Skill = row.Text("competence"),
            Level = Enum.TryParse<SkillLevel>(row.Text("niveau"), out var level) ? level : default,
            Habilitation = row.Text("habilitation"),
            TargetPercent = row.Number("cible"),
            DueDate = row.Day("pour-le"),
            EachSite = row.Has("chaque-lieu"),
            Group = group.CalculateSize() > 0 ? group : null,
        };
    }

    // People name goals by their number on the page; the contract by their keys.
    private static IEnumerable<string> KeysOf(RowValues row, Dictionary<int, string> keys, PartReading reading)
    {
        foreach (var number in row.Text("objectifs").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && keys.TryGetValue(place - 1, out var key)) yield return key;
            else reading.Problems.Add(new(FormRows.Control(Courses.Word, row.Row, "objectifs"), Label.Message("field.goal-unknown"), "Objectifs servis"));
        }
    }

    private static PlanMoney MoneyOf(RowValues row) => new() { Label = row.Text("texte"), Cents = row.Cents("somme") };

    private static PlanGroup GroupOf(RowValues row) => new()
    {
        Label = row.Text("groupe"),
        Functions = { row.All("fonctions").Select(word => Enum.TryParse<Function>(word, out var function) ? function : default).Where(function => function != default) },
        Sites = { row.All("lieux") },
        Institutions = { row.Text("institutions").Split([',', ';', ' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(id => "institutions/" + id) },
    };

    private static void Write(PlanMoney money, Action<string, StringValues> write)
    {
        write("texte", money.Label);
        write("somme", FinancingTotals.Field(money.Cents));
    }

    private static void Write(PlanGroup group, Action<string, StringValues> write)
    {
        write("groupe", group.Label);
        write("fonctions", group.Functions.Select(function => function.ToString()).ToArray());
        write("lieux", group.Sites.ToArray());
        write("institutions", string.Join(", ", group.Institutions.Select(ResourceId.Of)));
    }

    private static string Number(int number) => number == 0 ? "" : number.ToString(CultureInfo.InvariantCulture);
}
