using Reseau.Conventions.V1;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Labels;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>What was typed about a meeting.</summary>
public sealed class MeetingForm
{
    /// <summary>The decisions, each with the conventions it is about.</summary>
    public static readonly RowTable Decisions = new("meeting.decisions", "decision", ("text", "texte", "Décision"), ("conventions", "convention", "Conventions concernées"));

    private readonly PartReading _reading;

    private MeetingForm(PartReading reading) => _reading = reading;

    /// <summary>What is sent.</summary>
    public Meeting Meeting { get; private init; } = new();

    public bool IsReadable => _reading.Problems.Count == 0;

    public static MeetingForm Of(FormValues values)
    {
        var reading = new PartReading(values);
        var meeting = new Meeting
        {
            Date = reading.Day("jour", "Jour"),
            Place = values.Text("lieu"),
            Agenda = values.Text("ordre-du-jour"),
            Minutes = values.Text("compte-rendu"),
            Present = { values.All("presents") },
            Decisions =
            {
                reading.Rows(Decisions, ["texte"], row => new GovernanceDecision { Text = row.Text("texte"), Conventions = { row.All("convention") } }),
            },
        };
        if (meeting.Date is null && reading.Problems.Count == 0) reading.Problems.Add(new("jour", Label.Message("field.required"), "Jour"));
        return new(reading) { Meeting = meeting };
    }

    /// <summary>What to show, at its control.</summary>
    public IReadOnlyList<FieldProblem> Together(CallProblem problem)
    {
        var named = problem.Fields.Where(violation => violation.Field != "request_id").Select(Named);
        var general = problem.Fields.Count == 0 ? (FieldProblem[])[new("", problem.Sentence)] : [];
        return [.. _reading.Problems.Concat(named).Concat(general).DistinctBy(found => (found.Field, found.Field.Length == 0 ? found.Sentence : ""))];
    }

    private FieldProblem Named(FieldProblem violation)
    {
        var path = violation.Field;
        if (path.StartsWith("meeting.decisions[", StringComparison.Ordinal) && _reading.RowOf(Decisions, path["meeting.decisions[".Length..].Split(']')[0]) is { } row)
        {
            var (_, control, label) = Decisions.Columns.FirstOrDefault(column => path.Contains($"].{column.Field}", StringComparison.Ordinal), Decisions.Columns[0]);
            return violation with { Field = FormRows.Control(Decisions.Word, row, control), Label = label };
        }
        return path.Split('[')[0] switch
        {
            "meeting.date" => violation with { Field = "jour", Label = "Jour" },
            "meeting.place" => violation with { Field = "lieu", Label = "Lieu" },
            "meeting.agenda" => violation with { Field = "ordre-du-jour", Label = "Ordre du jour" },
            "meeting.minutes" => violation with { Field = "compte-rendu", Label = "Compte rendu" },
            "meeting.present" => violation with { Field = "presents", Label = "Présents" },
            _ => violation with { Field = "" },
        };
    }
}
