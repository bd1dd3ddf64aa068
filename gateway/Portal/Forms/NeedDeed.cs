using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Labels;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>A form of the page of a need being sent: what answers it, that it is met, that it is given up. It carries the version that was seen and a request id.</summary>
public sealed class NeedDeed
{
    public const string Plan = "planifier";
    public const string Meet = "satisfaire";
    public const string SetAside = "ecarter";

    /// <summary>What of which plan answers it.</summary>
    public const string AnswerField = "reponse";

    /// <summary>Why it is given up.</summary>
    public const string ReasonField = "raison";

    private readonly FormValues _values;
    private readonly string _name;

    private NeedDeed(FormValues values, string name, string word) => (_values, _name, Word) = (values, name, word);

    /// <summary>Which form.</summary>
    public string Word { get; }

    /// <summary>The form being sent; null when it names nothing that can be done.</summary>
    public static NeedDeed? Of(FormValues values, string name) =>
        values.Text(ActionForm.ActionField) is Plan or Meet or SetAside ? new(values, name, values.Text(ActionForm.ActionField)) : null;

    /// <summary>Does it.</summary>
    public Task<Answer<Need>> SendAsync(ServiceCalls calls)
    {
        var (etag, id) = (_values.Text(ActionForm.EtagField), RequestId.Of(_values));
        return calls.Needs((to, options) => Word switch
        {
            Plan => to.PlanNeedAsync(Planned(etag, id), options),
            Meet => to.MeetNeedAsync(new() { Name = _name, Etag = etag, RequestId = id }, options),
            _ => to.SetNeedAsideAsync(new() { Name = _name, Etag = etag, Reason = _values.Text(ReasonField), RequestId = id }, options),
        });
    }

    /// <summary>What to show under the controls of this form.</summary>
    public IReadOnlyList<FieldProblem> Together(CallProblem problem)
    {
        if (problem.Reason == "PLAN_HAS_NO_ANSWER") return [new(AnswerField, problem.Sentence, "Ce qui y répond")];
        if (problem.Fields.Count == 0) return [new("", problem.Sentence)];
        return [.. problem.Fields.Where(violation => violation.Field != "request_id").Select(Named).DistinctBy(found => found.Field)];
    }

    private PlanNeedRequest Planned(string etag, string id)
    {
        var said = PlanAnswer.Read(_values.Text(AnswerField));
        var request = new PlanNeedRequest { Name = _name, Etag = etag, Plan = said.Plan, RequestId = id };
        if (said.Goal.Length > 0) request.Goal = said.Goal;
        else if (said.Course.Length > 0) request.Course = said.Course;
        return request;
    }

    private FieldProblem Named(FieldProblem violation) => (Word, violation.Field) switch
    {
        (Plan, "plan" or "answer" or "goal" or "course") => new(AnswerField, Label.Message("field.choice-required"), "Ce qui y répond"),
        (SetAside, "reason") => violation with { Field = ReasonField, Label = "Raison" },
        _ => violation with { Field = "" },
    };
}
