using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;

namespace Reseau.Gateway.Portal;

/// <summary>
/// What pages share that write one thing with a form: sent twice it is one deed, and what somebody changed meanwhile is not overwritten unseen.
/// </summary>
public abstract class EditPage : ActionPage
{
    private string? _deed;

    /// <summary>Id of the request, which goes with the form.</summary>
    protected string Deed => _deed ??= RequestId.Of(Form);

    /// <summary>
    /// Shows the form again with what is wrong in it. What was typed over a version that is no longer the newest may be sent again, knowingly; under a
    /// new id, because it is another deed.
    /// </summary>
    protected override void Refuse(CallProblem problem, Func<CallProblem, IReadOnlyList<FieldProblem>> explain)
    {
        base.Refuse(problem, explain);
        if (IsStale) _deed = RequestId.New();
    }
}
