using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Labels;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>
/// A form of the page of a professional being sent: a skill shown, a habilitation given or withdrawn. It carries the version the head of the
/// team saw and a request id.
/// </summary>
public sealed class ProfessionalDeed
{
    public const string Evidence = "attester";
    public const string Grant = "habiliter";
    public const string Revoke = "retirer";

    private static readonly Dictionary<string, (string Control, string Label)> Controls = new(StringComparer.Ordinal)
    {
        ["skill"] = ("competence", "Compétence"),
        ["level"] = ("niveau", "Niveau"),
        ["evidence"] = ("preuve", "Ce qui le montre"),
        ["date"] = ("date", "Date"),
        ["rule"] = ("regle", "Habilitation"),
        ["reason"] = ("raison", "Raison"),
    };

    private readonly FormValues _values;
    private readonly string _name;
    private readonly List<FieldProblem> _problems = [];

    private ProfessionalDeed(FormValues values, string name, string word) => (_values, _name, Word) = (values, name, word);

    /// <summary>Which form.</summary>
    public string Word { get; }

    /// <summary>The form being sent; null when it names nothing that can be done.</summary>
    public static ProfessionalDeed? Of(FormValues values, string name) =>
        values.Text(ActionForm.ActionField) is Evidence or Grant or Revoke ? new(values, name, values.Text(ActionForm.ActionField)) : null;

    /// <summary>Id of one of the controls of a form: the same field exists in several forms of the page.</summary>
    public static string Control(string word, string field) => $"{field}-{word}";

    /// <summary>Does it. When a date cannot be read, asks without request id, to learn all that is wrong at once.</summary>
    public Task<Answer<Professional>> SendAsync(ServiceCalls calls)
    {
        var date = Word == Revoke ? null : Day();
        var (etag, id) = (_values.Text(ActionForm.EtagField), _problems.Count == 0 ? RequestId.Of(_values) : "");
        if (Word == Evidence)
        {
            var level = Enum.TryParse<SkillLevel>(_values.Text("niveau"), out var known) ? known : default;
            return calls.Professionals((to, options) => to.EvidenceSkillAsync(
                new() { Name = _name, Etag = etag, Skill = _values.Text("competence"), Level = level, Evidence = _values.Text("preuve"), Date = date, RequestId = id }, options));
        }

        return calls.Habilitations((to, options) => Word == Grant
            ? to.GrantHabilitationAsync(new() { Name = _name, Etag = etag, Rule = _values.Text("regle"), Date = date, Evidence = _values.Text("preuve"), RequestId = id }, options)
            : to.RevokeHabilitationAsync(new() { Name = _name, Etag = etag, Rule = _values.Text("regle"), Reason = _values.Text("raison"), RequestId = id }, options));
    }

    /// <summary>What to show under the controls of this form.</summary>
    public IReadOnlyList<FieldProblem> Together(CallProblem problem)
    {
        var named = problem.Fields.Where(violation => violation.Field != "request_id").Select(violation => Controls.TryGetValue(violation.Field, out var known)
            ? violation with { Field = Control(Word, known.Control), Label = known.Label }
            : violation with { Field = "" });
        var general = problem.Fields.Count == 0 ? (FieldProblem[])[new("", problem.Sentence)] : [];
        return [.. _problems.Concat(named).Concat(general).DistinctBy(found => (found.Field, found.Field.Length == 0 ? found.Sentence : ""))];
    }

    private Google.Type.Date? Day()
    {
        if (_values.Has("date")) return FrenchInput.Day(_values.Text("date"), Control(Word, "date"), "Date", _problems) is { } day ? FrenchInput.ToDate(day) : null;
        _problems.Add(new(Control(Word, "date"), Label.Message("field.required"), "Date"));
        return null;
    }
}
