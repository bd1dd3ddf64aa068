using Reseau.Gateway.Portal.Labels;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>What was said of who was there for a half-day. Nobody is there, or away, without having been said so: a person without an answer is left out.</summary>
public static class AttendanceForm
{
    /// <summary>How it was taken.</summary>
    public const string MethodField = "releve";

    private const string Prefix = "presence-";

    /// <summary>What may be said of a person.</summary>
    public static IReadOnlyList<Presence> Answers { get; } = [Presence.Present, Presence.Absent, Presence.Excused];

    /// <summary>How it may be taken.</summary>
    public static IReadOnlyList<(string Value, string Text)> Methods { get; } =
        [.. ((AttendanceMethod[])[AttendanceMethod.Tablet, AttendanceMethod.Paper]).Select(method => (method.ToString(), Label.OfTraining("method", method)))];

    /// <summary>Name of the answer about a person.</summary>
    public static string Control(string professional) => Prefix + professional[(professional.LastIndexOf('/') + 1)..];

    /// <summary>Id of one of the answers about a person; the first one carries the name, to which a summary of errors leads.</summary>
    public static string Control(string professional, Presence answer) => answer == Answers[0] ? Control(professional) : $"{Control(professional)}-{answer}";

    /// <summary>What was answered about a person.</summary>
    public static Presence Of(FormValues values, string professional) => Enum.TryParse<Presence>(values.Text(Control(professional)), out var presence) ? presence : default;

    /// <summary>Who was said to be there or not, of those who have a seat.</summary>
    public static IReadOnlyList<PersonAttendance> Read(FormValues values, IEnumerable<string> professionals) =>
    [
        .. professionals.Select(professional => new PersonAttendance { Professional = professional, Presence = Of(values, professional) })
            .Where(person => person.Presence != Presence.Unspecified),
    ];

    /// <summary>The same answers, with presence for whoever has none yet.</summary>
    public static FormValues AllPresent(FormValues values, IEnumerable<string> professionals) =>
        values.With(professionals.Where(professional => Of(values, professional) == Presence.Unspecified).Select(professional => (Control(professional), nameof(Presence.Present))));
}
