using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Primitives;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Labels;
using Reseau.Training.V1;
using Enum = System.Enum;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>The form that plans a session: its half-days as rows, its seats, and those kept for institutions.</summary>
public sealed class SessionForm
{
    private const string Institutions = "institutions/";

    /// <summary>When and where; what is said of a half-day as a whole stands at its day.</summary>
    public static readonly RowTable HalfDays = new(
        "half_days", "demi-journee", ("day", "jour", "Jour"), ("start_time", "debut", "Début"), ("end_time", "fin", "Fin"), ("place", "lieu", "Lieu"), ("link", "lien", "Adresse de la réunion à distance"));

    /// <summary>Seats kept for an institution.</summary>
    public static readonly RowTable Reservations = new(
        "reservations", "reservation", ("institution", "institution", "Institution"), ("seats", "places", "Places"), ("release_date", "jusqu-au", "Rendues à tous le"));

    private static readonly FormControls Controls = new(
        "session",
        ("course", FormRows.Control("demi-journee", 0, "jour"), "Formation"),
        ("half_days", FormRows.Control("demi-journee", 0, "jour"), "Demi-journées"),
        ("modality", "modalite", "Comment"),
        ("trainers", "formateurs", "Qui l’anime"),
        ("max_seats", "places", "Places"),
        ("min_seats", "places-minimum", "Places prises pour qu’elle ait lieu"),
        ("enrol_until", "limite", "Dernier jour pour s’inscrire"),
        ("seat_cost_cents", "cout", "Coût d’une place"),
        ("notes", "a-savoir", "À savoir, à apporter"),
        ("reservations", FormRows.Control("reservation", 0, "institution"), "Places gardées"));

    private readonly PartReading _reading;

    private SessionForm(PartReading reading, CourseSession session) => (_reading, Session) = (reading, session);

    /// <summary>What is sent.</summary>
    public CourseSession Session { get; }

    public bool IsReadable => _reading.Problems.Count == 0;

    /// <summary>What a new session of a course begins with: its seats, its price, and a row for each half-day.</summary>
    public static FormValues ValuesOf(Course course)
    {
        var values = ValuesOf(new CourseSession { Modality = course.Modality, MinSeats = course.MinSeats, MaxSeats = course.MaxSeats, SeatCostCents = course.SeatCostCents });
        return values.With((FormRows.Counter(HalfDays.Word), Math.Max(1, course.HalfDays).ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>A session as the form shows it.</summary>
    public static FormValues ValuesOf(CourseSession session)
    {
        var values = new Dictionary<string, StringValues>(StringComparer.Ordinal)
        {
            ["modalite"] = session.Modality.ToString(),
            ["formateurs"] = string.Join('\n', session.Trainers),
            ["places"] = CourseForm.Number(session.MaxSeats),
            ["places-minimum"] = CourseForm.Number(session.MinSeats),
            ["limite"] = French.DayOf(session.EnrolUntil) is { } until ? FrenchInput.Field(until) : "",
            ["cout"] = CourseForm.Euros(session.SeatCostCents),
            ["a-savoir"] = session.Notes,
        };
        FormRows.Write(values, HalfDays.Word, session.HalfDays, (half, write) =>
        {
            write("jour", FrenchInput.Field(TrainingWords.DayOf(half)));
            write("debut", Time(half.StartTime));
            write("fin", Time(half.EndTime));
            write(TrainingWords.IsStructure(half.Place) ? "lieu" : "autre-lieu", half.Place);
            write("lien", half.Link);
        });
        FormRows.Write(values, Reservations.Word, session.Reservations, (reservation, write) =>
        {
            write("institution", ResourceId.Of(reservation.Institution));
            write("places", CourseForm.Number(reservation.Seats));
            write("jusqu-au", French.DayOf(reservation.ReleaseDate) is { } day ? FrenchInput.Field(day) : "");
        });
        return new(values);
    }

    /// <summary>Reads it.</summary>
    public static SessionForm Of(FormValues values, string name, string course)
    {
        var reading = new PartReading(values);
        return new(reading, new()
        {
            Name = name,
            Course = course,
            HalfDays = { reading.Rows(HalfDays, ["jour", "debut", "fin", "lieu", "autre-lieu", "lien"], row => HalfDayOf(reading, row)) },
            Modality = Enum.TryParse<Modality>(values.Text("modalite"), out var modality) ? modality : default,
            Trainers = { CourseForm.Lines(values.Text("formateurs")) },
            MaxSeats = reading.Number("places", "Places"),
            MinSeats = reading.Number("places-minimum", "Places prises pour qu’elle ait lieu"),
            EnrolUntil = reading.Day("limite", "Dernier jour pour s’inscrire"),
            SeatCostCents = reading.Cents("cout", "Coût d’une place"),
            Notes = values.Text("a-savoir"),
            Reservations =
            {
                reading.Rows(Reservations, ["institution", "places", "jusqu-au"], row => new SeatReservation
                {
                    Institution = row.Has("institution") ? Institutions + row.Text("institution") : "",
                    Seats = row.Number("places"),
                    ReleaseDate = row.Day("jusqu-au"),
                }),
            },
        });
    }

    /// <summary>What the button that gives a table more rows sends.</summary>
    public static string MoreOf(RowTable table) => $"{FormRows.More}-{table.Word}";

    /// <summary>A form with more rows in the table whose button was pressed; null when it was another button.</summary>
    public static FormValues? Longer(FormValues values, int more) => ((RowTable[])[HalfDays, Reservations]).FirstOrDefault(table => values.Text("etape") == MoreOf(table)) is { } asked
        ? values.With((FormRows.Counter(asked.Word), (FormRows.Count(values, asked.Word) + more).ToString(CultureInfo.InvariantCulture)))
        : null;

    /// <summary>What to show, at its control.</summary>
    public IReadOnlyList<FieldProblem> Together(CallProblem problem) => Controls.Together(_reading.Problems, problem, ControlOf);

    // A half-day whose hours the form itself could not read has nothing more to be said about them.
    private (string Control, string Label)? ControlOf(string path)
    {
        var found = RowPaths.ControlOf(path, _reading, HalfDays, Reservations);
        if (found is not { } control || !path.StartsWith(HalfDays.Path, StringComparison.Ordinal) || !path.EndsWith("_time", StringComparison.Ordinal)) return found;
        var row = control.Control[..(control.Control.LastIndexOf('-') + 1)];
        return _reading.Problems.FirstOrDefault(problem => problem.Field.StartsWith(row, StringComparison.Ordinal)) is { } known ? (known.Field, known.Label) : found;
    }

    private static HalfDay HalfDayOf(PartReading reading, RowValues row)
    {
        var day = row.Has("jour") ? FrenchInput.Day(row.Text("jour"), Control(row, "jour"), "Jour", reading.Problems) : Missing(reading, row, "jour", "Jour");
        return new()
        {
            StartTime = Instant(reading, row, day, "debut", "Début"),
            EndTime = Instant(reading, row, day, "fin", "Fin"),
            Place = row.Has("lieu") ? row.Text("lieu") : row.Text("autre-lieu"),
            Link = row.Text("lien"),
        };
    }

    private static Timestamp? Instant(PartReading reading, RowValues row, DateOnly? day, string field, string label)
    {
        if (!row.Has(field))
        {
            Missing(reading, row, field, label);
            return null;
        }

        if (FrenchInput.Hour(row.Text(field)) is not { } hour)
        {
            reading.Problems.Add(new(Control(row, field), Label.Message("field.time-unreadable"), label));
            return null;
        }

        if (day is null) return null;
        var instant = FrenchInput.Instant(day.Value, hour);
        if (instant is null) reading.Problems.Add(new(Control(row, field), Label.Message("field.time-skipped"), label));
        return instant;
    }

    private static DateOnly? Missing(PartReading reading, RowValues row, string field, string label)
    {
        reading.Problems.Add(new(Control(row, field), Label.Message("field.required"), label));
        return null;
    }

    private static string Time(Timestamp instant) => French.Local(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Control(RowValues row, string field) => FormRows.Control(HalfDays.Word, row.Row, field);
}
