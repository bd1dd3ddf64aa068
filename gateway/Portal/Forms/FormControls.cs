using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Labels;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>Which control of a form holds which field of a record, and what the form calls it.</summary>
/// <param name="record">Field of the request that holds the record, e.g. <c>service</c>.</param>
/// <param name="controls">In the order of the page; a field's path is the one within the record.</param>
public sealed class FormControls(string record, params (string Field, string Control, string Label)[] controls)
{
    /// <summary>What was typed into a control says nothing.</summary>
    public FieldProblem Unreadable(string control, string reason) => Wrong(control, Label.Message(reason));

    /// <summary>Something is wrong with a control.</summary>
    public FieldProblem Wrong(string control, string sentence) => new(control, sentence, controls.First(known => known.Control == control).Label);

    /// <summary>What to show: the form's own findings and the service's, one for each control, in the order of the page.</summary>
    /// <param name="found">What the form found by itself.</param>
    /// <param name="problem">What the service answered.</param>
    /// <param name="others">Control and label of a path of the record that several controls share; null for any other path.</param>
    public IReadOnlyList<FieldProblem> Together(IEnumerable<FieldProblem> found, CallProblem problem, Func<string, (string Control, string Label)?>? others = null)
    {
        // Our own dry run is the reason of that one.
        var named = problem.Fields.Where(violation => violation.Field != "request_id").Select(violation => Named(violation, others));
        var general = problem.Fields.Count == 0 ? (FieldProblem[])[new("", problem.Sentence)] : [];
        return
        [
            .. found.Concat(named).Concat(general)
                .DistinctBy(each => (each.Field, each.Field.Length == 0 ? each.Sentence : ""))
                .OrderBy(each => Array.FindIndex(controls, known => known.Control == each.Field) is var place and >= 0 ? place : controls.Length),
        ];
    }

    private FieldProblem Named(FieldProblem violation, Func<string, (string Control, string Label)?>? others)
    {
        var path = violation.Field.StartsWith(record + ".", StringComparison.Ordinal) ? violation.Field[(record.Length + 1)..] : violation.Field;
        if (others?.Invoke(path) is { } shared) return violation with { Field = shared.Control, Label = shared.Label };
        var known = controls.FirstOrDefault(known => path == known.Field || path.StartsWith(known.Field + "[", StringComparison.Ordinal));
        return violation with { Field = known.Control ?? "", Label = known.Label ?? "" };
    }
}
