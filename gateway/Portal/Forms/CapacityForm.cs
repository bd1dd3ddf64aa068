using System.Globalization;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Labels;
using Reseau.Partners.V1;
using static Reseau.Partners.V1.Capacity.Types;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>
/// Says whether a service has room. One click sends only the state; the small form sends the rest too. Controls carry the rank
/// of the service on the page, because the form is there once for each.
/// </summary>
public sealed class CapacityForm(FormValues values, int rank)
{
    private static readonly (string Field, string Control, string Label)[] Controls =
    [
        ("capacity.state", "etat", "Places"),
        ("capacity.seats", "nombre", "Nombre de places"),
        ("capacity.until_date", "jusquau", "Jusqu’au"),
        ("capacity.next_free_date", "prochaine", "Prochaine place"),
    ];

    private readonly List<FieldProblem> _problems = [];

    /// <summary>Id of one of its controls.</summary>
    public static string Control(string field, int rank) => string.Create(CultureInfo.InvariantCulture, $"{field}-{rank}");

    /// <summary>The request; without request id while something is unreadable, so that the service names all it finds wrong and changes nothing.</summary>
    public SetCapacityRequest ToRequest(string service)
    {
        var capacity = new Capacity();
        if (Enum.TryParse<State>(values.Text("etat"), out var state)) capacity.State = state;
        if (Day("jusquau") is { } until) capacity.UntilDate = FrenchInput.ToDate(until);
        if (Day("prochaine") is { } next) capacity.NextFreeDate = FrenchInput.ToDate(next);
        if (values.Has("nombre"))
        {
            if (int.TryParse(values.Text("nombre"), NumberStyles.None, CultureInfo.InvariantCulture, out var seats)) capacity.Seats = seats;
            else Add("nombre", "field.number-unreadable");
        }

        return new()
        {
            Name = service,
            Etag = values.Text(ActionForm.EtagField),
            RequestId = _problems.Count == 0 ? RequestId.Of(values) : "",
            Capacity = capacity,
        };
    }

    /// <summary>What to show under the controls.</summary>
    public IReadOnlyList<FieldProblem> Together(CallProblem problem)
    {
        var named = problem.Fields.Where(violation => violation.Field != "request_id").Select(Named).ToList();
        if (problem.Fields.Count == 0) named.Add(new("", problem.Sentence));
        return [.. _problems.Concat(named).DistinctBy(found => found.Field)];
    }

    private FieldProblem Named(FieldProblem violation)
    {
        var known = Controls.FirstOrDefault(known => violation.Field.StartsWith(known.Field, StringComparison.Ordinal));
        return known.Control is null ? violation with { Field = "" } : new(Control(known.Control, rank), violation.Sentence, known.Label);
    }

    private DateOnly? Day(string field)
    {
        if (!values.Has(field)) return null;
        var day = FrenchInput.Day(values.Text(field));
        if (day is null) Add(field, "field.date-unreadable");
        return day;
    }

    private void Add(string field, string sentence) =>
        _problems.Add(new(Control(field, rank), Label.Message(sentence), Controls.First(known => known.Control == field).Label));
}
